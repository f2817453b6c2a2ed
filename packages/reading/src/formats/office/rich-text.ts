import type { LinkInput } from "@besunny/document-model/document-builder";

/** Text with the links in it. */
export type RichText = { text: string; links: LinkInput[] };

export function plain(text: string): RichText {
  return { text, links: [] };
}

export function joinRich(parts: RichText[], separator = ""): RichText {
  let text = "";
  const links: LinkInput[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += separator;
    for (const link of part.links)
      links.push({ ...link, start: link.start + text.length, end: link.end + text.length });
    text += part.text;
  }
  return { text, links };
}

/** Links the whole text to `url`, unless parts of it already have links. */
export function linkedTo(url: string | undefined, part: RichText): RichText {
  if (!url || part.links.length > 0 || part.text.trim() === "") return part;
  return { text: part.text, links: [{ start: 0, end: part.text.length, url }] };
}
