import { posix } from "node:path";
import { lineOf } from "../../xml/line-of";
import { child, descendants, elements, parseXml, type XmlElement } from "../../xml/xml";

export type Entry = { title: string; level: number; href: string };

const most = 5_000;

/** The table of contents that a book carries, as EPUB 3 (nav) or EPUB 2 (ncx) writes it; links from the book's own folder. */
export async function contentsOf(
  book: XmlElement,
  read: (href: string) => Promise<string>,
): Promise<Entry[]> {
  const items = descendants(book, "item").map(({ attributes }) => attributes);
  const nav = items.find(({ properties = "" }) => /\bnav\b/.test(properties))?.href;
  const ncx = items.find((item) => item["media-type"] === "application/x-dtbncx+xml")?.href;
  const found: Entry[] = [];
  if (nav) {
    const lists = descendants(parseXml(await read(nav)), "nav");
    const list = lists.find(({ attributes }) => attributes.type === "toc") ?? lists[0];
    const top = list && descendants(list, "ol")[0];
    if (top) fromList(top, 1, found);
  }
  if (found.length === 0 && ncx)
    for (const map of descendants(parseXml(await read(ncx)), "navMap")) fromPoints(map, 1, found);
  const folder = posix.dirname((found.length > 0 && nav) || ncx || "");
  return found.map((entry) => ({ ...entry, href: posix.join(folder, entry.href) }));
}

function fromList(list: XmlElement, level: number, found: Entry[]) {
  for (const item of elements(list, "li")) {
    const link = child(item, "a") ?? child(item, "span");
    if (link && found.length < most)
      found.push({ title: lineOf(link), level, href: link.attributes.href ?? "" });
    for (const inner of elements(item, "ol")) fromList(inner, level + 1, found);
  }
}

function fromPoints(parent: XmlElement, level: number, found: Entry[]) {
  for (const point of elements(parent, "navPoint")) {
    const label = child(point, "navLabel/text");
    if (label && found.length < most)
      found.push({
        title: lineOf(label),
        level,
        href: child(point, "content")?.attributes.src ?? "",
      });
    fromPoints(point, level + 1, found);
  }
}
