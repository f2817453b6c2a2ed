import { posix } from "node:path";
import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { type Archive, openArchive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import { corrupt } from "../../contract/refusals";
import { lineOf } from "../../xml/line-of";
import { descendants, parseHtml, parseXml, textOf, type XmlElement } from "../../xml/xml";
import { addElement } from "./add-html";
import { contentsOf, type Entry } from "./book-contents";
import { parseStyledHtml } from "./hiding/styled-html";
import { keepPagePictures } from "./pictures";

/** The chapters of a book in the order of its spine, each a page; its table of contents is the outline. */
export async function readEpub(source: ReaderInput): Promise<ParsedDocument> {
  const archive = await openArchive(source.bytes, source.limits);
  const container = parseXml(await archive.text("META-INF/container.xml"));
  const path =
    descendants(container, "rootfile")[0]?.attributes["full-path"] ??
    archive.names.find((name) => name.endsWith(".opf"));
  if (!path) throw corrupt("The book");
  const book = parseXml(await archive.text(path));
  const base = posix.dirname(path);
  const place = (href: string) => posix.join(base, decoded(href));

  const builder = createDocumentBuilder(source);
  describe(builder, book);
  const items = new Map(
    descendants(book, "item").map(({ attributes }) => [attributes.id ?? "", attributes]),
  );
  const contents = await contentsOf(book, (href) => archive.text(place(href)));
  const pages = new Map<string, number>();
  const styles = createStyleSheets(archive);
  for (const { attributes } of descendants(book, "itemref")) {
    const { href = "", properties = "" } = items.get(attributes.idref ?? "") ?? {};
    if (!href || /\bnav\b/.test(properties)) continue;
    const name = place(href);
    if (!archive.has(name)) {
      builder.warnings.push(`The chapter ${posix.basename(name)} is missing.`);
      continue;
    }
    const entry = contents.find((each) => place(withoutAnchor(each.href)) === name);
    const page = builder.startPage({ kind: "flow", ...(entry && { label: entry.title }) });
    pages.set(name, page.number);
    const html = await archive.text(name);
    const chapter = parseStyledHtml(html, await styles(html, name));
    const pictures = await keepPagePictures(builder, chapter, source, async (address) => {
      const path = posix.join(posix.dirname(name), decoded(withoutAnchor(address)));
      return archive.has(path) ? archive.bytes(path) : undefined;
    });
    addElement(builder, chapter, { pictures });
  }
  addOutline(builder, contents, (href) => pages.get(place(withoutAnchor(href))));
  return builder.build();
}

const mostSheets = 8;

/** Returns a function that reads the style sheets that a chapter links. */
function createStyleSheets(archive: Archive) {
  const known = new Map<string, Promise<string>>();
  return async (chapter: string, name: string): Promise<string> => {
    const links = [...chapter.matchAll(/<link\b[^>]*?\bhref="([^"<>]+\.css)"/gi)];
    const sheets = links.slice(0, mostSheets).map(([, href = ""]) => {
      const path = posix.join(posix.dirname(name), decoded(href));
      const sheet = known.get(path) ?? archive.text(path);
      known.set(path, sheet);
      return sheet;
    });
    return (await Promise.all(sheets)).join("\n");
  };
}

function describe(builder: DocumentBuilder, book: XmlElement) {
  const [metadata] = descendants(book, "metadata");
  if (!metadata) return;
  const all = (name: string) => descendants(metadata, name).map(lineOf).filter(Boolean);
  const [title] = all("title");
  const author = all("creator").join(", ");
  const keywords = all("subject");
  const [date = ""] = all("date");
  const [subject] = all("description");
  const language = /^[a-z]{2}(?=$|-)/i.exec(all("language")[0] ?? "")?.[0].toLowerCase();
  Object.assign(builder.metadata, {
    ...(title && { title }),
    ...(author && { author }),
    ...(subject && { subject: textOf(parseHtml(subject)).slice(0, 2_000) }),
    ...(keywords.length > 0 && { keywords: keywords.slice(0, 50) }),
    ...(!Number.isNaN(Date.parse(date)) && { createdAt: new Date(date).toISOString() }),
    ...(language && { language }),
  });
}

function addOutline(
  builder: DocumentBuilder,
  contents: Entry[],
  pageOf: (href: string) => number | undefined,
) {
  for (const { title, level, href } of contents) {
    const page = pageOf(href);
    builder.outline.push({ title, level, ...(page !== undefined && { page }) });
  }
}

function withoutAnchor(href: string): string {
  return href.replace(/#.*$/, "");
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
