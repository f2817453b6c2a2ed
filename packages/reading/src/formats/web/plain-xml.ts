import { parseHtml, textOf } from "../../xml/xml";

const known = new Set(["amp", "lt", "gt", "quot", "apos"]);
/** More names than the standards have. */
const most = 3_000;
const meanings = new Map<string, string>();

/** XML without its own declarations, whose entities are never made; names of characters from the standard sets are known. */
export function plainXml(text: string): string {
  return withoutDeclarations(text).replace(/&([A-Za-z]\w{1,30});/g, (whole, name: string) =>
    known.has(name) ? whole : meaningOf(name),
  );
}

/** In steps, as one pattern for all of it would try every way to part a file full of comments. */
function withoutDeclarations(text: string): string {
  let at = afterBlanks(text, 0);
  for (const [start, end] of [
    ["<?", "?>"],
    ["<!--", "-->"],
  ] as const)
    while (text.startsWith(start, at)) {
      const found = text.indexOf(end, at + start.length);
      if (found < 0) return text;
      at = afterBlanks(text, found + end.length);
    }
  if (!text.startsWith("<!DOCTYPE", at)) return text;
  const open = text.indexOf("[", at);
  const plain = text.indexOf(">", at);
  if (open < 0 || plain < open) return text;
  const close = /\][ \t\r\n]{0,100}>/g;
  close.lastIndex = open;
  return close.test(text) ? text.slice(close.lastIndex) : text;
}

function afterBlanks(text: string, from: number): number {
  const next = /\S/g;
  next.lastIndex = from;
  return next.test(text) ? next.lastIndex - 1 : text.length;
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
