import { parseHtml, textOf } from "../tree/xml";

const known = new Set(["amp", "lt", "gt", "quot", "apos"]);
/** More names than the standards have. */
const most = 3_000;
const meanings = new Map<string, string>();

/** XML without its own declarations, whose entities are never made; names of characters from the standard sets are known. */
export function plainXml(text: string): string {
  const body = text.replace(
    /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<!DOCTYPE[^[>]*\[[\s\S]*?\]\s*>/,
    "",
  );
  return body.replace(/&([A-Za-z]\w{1,30});/g, (whole, name: string) =>
    known.has(name) ? whole : meaningOf(name),
  );
}

function meaningOf(name: string): string {
  const found = meanings.get(name);
  if (found !== undefined) return found;
  if (meanings.size >= most) return "";
  const text = textOf(parseHtml(`&${name};`));
  const meaning = text.startsWith("&") || text === "<" ? "" : text;
  meanings.set(name, meaning);
  return meaning;
}
