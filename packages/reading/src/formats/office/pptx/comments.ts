import type { Archive } from "../../../archive/archive";
import { child, descendants, elements, parseXml, textOf, type XmlElement } from "../../../xml/xml";
import type { ContentItem } from "../content-item";
import { partsOfKind, type Relations } from "../relations";

/** Reads the authors of comments in a presentation, by their ids. */
export async function readAuthors(
  archive: Archive,
  relations: Relations,
): Promise<Map<string, string>> {
  const authors = new Map<string, string>();
  for (const path of partsOfKind(relations, /^(commentAuthors|authors)$/, archive)) {
    const root = parseXml(await archive.text(path));
    for (const { attributes } of [...descendants(root, "cmAuthor"), ...descendants(root, "author")])
      authors.set(attributes.id ?? "", attributes.name ?? "");
  }
  return authors;
}

/** Reads the comments on a slide. An answer comes after its comment. */
export async function commentItems(
  archive: Archive,
  relations: Relations,
  authors: Map<string, string>,
): Promise<ContentItem[]> {
  const items: ContentItem[] = [];
  for (const path of partsOfKind(relations, /^comments?$/, archive))
    for (const comment of descendants(parseXml(await archive.text(path)), "cm"))
      for (const each of [comment, ...descendants(comment, "reply")]) {
        const author = authors.get(each.attributes.authorId ?? "");
        const text = wordsOf(each);
        if (text !== "")
          items.push({ kind: "comment", text: author ? `${author}: ${text}` : text });
      }
  return items;
}

function wordsOf(comment: XmlElement): string {
  const bare = child(comment, "text");
  if (bare) return textOf(bare).trim();
  const body = child(comment, "txBody");
  if (!body) return "";
  return elements(body, "p")
    .map((paragraph) => descendants(paragraph, "t").map(textOf).join(""))
    .join("\n")
    .trim();
}
