import type { LinkInput } from "@besunny/document-model/document-builder";
import type { RichText } from "../../office/rich-text";
import type { ObjectSpace, OneObject } from "../store/one-store";
import { propertyIds } from "../store/property-ids";
import { isSet, textOf } from "../store/values";
import { mathText } from "./math-text";
import { type Run, runsOf } from "./runs";

/** Begins the address of a link, in a run that OneNote does not show. */
const linkField = /^\uFDDFHYPERLINK\s+"([^"]*)"/;

/** Returns the text of a paragraph as OneNote shows it, with its links. Equations are written in LaTeX. */
export function richTextOf(node: OneObject, space: ObjectSpace): RichText {
  const links: LinkInput[] = [];
  let text = "";
  let url: string | undefined;
  for (const part of groupedByMath(runsOf(node, space))) {
    if (Array.isArray(part)) {
      text += mathText(part);
      continue;
    }
    const { style } = part;
    const [field, address] = linkField.exec(part.text) ?? [];
    const isLink = style !== null && isSet(style, propertyIds.hyperlink);
    if (field !== undefined) url = address;
    else if (style && !isLink) url = undefined;
    if (style && isSet(style, propertyIds.hidden)) continue;
    const shown = part.text.slice(field?.length ?? 0);
    const start = text.length;
    text += cleaned(shown);
    const own = style ? textOf(style, propertyIds.hyperlinkUrl) : "";
    const target = own || url || (isLink ? addressIn(shown) : undefined);
    if (target && text.length > start) links.push({ start, end: text.length, url: target });
  }
  return { text, links: joined(links) };
}

/** Puts the runs of one equation together. */
function groupedByMath(runs: Run[]): (Run | Run[])[] {
  const found: (Run | Run[])[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const isMath = run.style !== null && isSet(run.style, propertyIds.mathFormatting);
    if (!isMath) found.push(run);
    else if (Array.isArray(last)) last.push(run);
    else found.push([run]);
  }
  return found;
}

/** Line breaks inside a paragraph are vertical tabs. Objects have a sign of their own, and noncharacters are marks of OneNote. */
function cleaned(text: string): string {
  return text.replaceAll("\u000b", "\n").replace(/[\0\ufffc\ufdd0-\ufdef]/g, "");
}

function addressIn(text: string): string | undefined {
  return /^(https?:\/\/|mailto:)\S+$/i.exec(text.trim())?.[0];
}

/** Makes links of one address that touch one link. */
function joined(links: LinkInput[]): LinkInput[] {
  const found: LinkInput[] = [];
  for (const link of links) {
    const last = found.at(-1);
    const isSame = last && "url" in last && "url" in link && last.url === link.url;
    if (last && isSame && last.end === link.start) last.end = link.end;
    else found.push({ ...link });
  }
  return found;
}
