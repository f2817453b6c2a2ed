import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { lineOf } from "../../xml/line-of";
import { child, descendants, elements, textOf, type XmlElement } from "../../xml/xml";
import { addElement } from "./add-html";
import { xmlToHtml } from "./xml-to-html";

/** A scientific article in JATS: title, authors, their institutions, abstracts, body, references. */
export function addArticle(builder: DocumentBuilder, article: XmlElement) {
  const meta = child(article, "front/article-meta") ?? child(article, "front") ?? article;
  const [titleElement] = descendants(meta, "article-title");
  const title = lineOf(titleElement);
  const authors = authorsOf(meta).join(", ");
  if (title) builder.metadata.title = title;
  if (authors) builder.metadata.author = authors;
  const keywords = descendants(meta, "kwd").map(lineOf).filter(Boolean);
  if (keywords.length > 0) builder.metadata.keywords = keywords.slice(0, 50);
  const createdAt = publishedAt(meta);
  if (createdAt) builder.metadata.createdAt = createdAt;

  builder.add({ kind: "title", text: title });
  builder.add({ kind: "paragraph", text: authors });
  builder.add({ kind: "paragraph", text: institutionsOf(meta).join("; ") });
  for (const abstract of [...elements(meta, "abstract"), ...elements(meta, "trans-abstract")])
    addPart(builder, abstract, "Abstract");
  for (const part of ["body", "back", "floats-group"]) {
    const found = child(article, part);
    if (!found) continue;
    for (const section of elements(found))
      if (section.name === "ack") addPart(builder, section, "Acknowledgments");
      else if (section.name === "app-group") addParts(builder, section);
      else addElement(builder, xmlToHtml({ ...found, children: [section] }, 1));
  }
  for (const response of [...elements(article, "response"), ...elements(article, "sub-article")])
    addArticle(builder, response);
}

function addParts(builder: DocumentBuilder, group: XmlElement) {
  addElement(builder, xmlToHtml(group, 1));
}

function addPart(builder: DocumentBuilder, part: XmlElement, name: string) {
  const title = child(part, "title");
  builder.add({ kind: "heading", level: 2, text: title ? lineOf(title) : name });
  const children = part.children.filter((each) => each !== title);
  addElement(builder, xmlToHtml({ ...part, children }, 2));
}

function authorsOf(meta: XmlElement): string[] {
  return descendants(meta, "contrib")
    .filter(({ attributes }) => (attributes["contrib-type"] ?? "author") === "author")
    .map((contributor) => {
      const name = child(contributor, "name") ?? child(contributor, "name-alternatives/name");
      if (name)
        return ["given-names", "surname", "suffix"]
          .map((part) => textOf(child(name, part) ?? "").trim())
          .filter(Boolean)
          .join(" ");
      const other = child(contributor, "collab") ?? child(contributor, "string-name");
      return lineOf(other);
    })
    .filter(Boolean);
}

/** Those of the authors, not of editors and reviewers. */
function institutionsOf(meta: XmlElement): string[] {
  const people = descendants(meta, "contrib");
  const others = people.filter(
    ({ attributes }) => (attributes["contrib-type"] ?? "author") !== "author",
  );
  const placesOf = (contributors: XmlElement[]) =>
    new Set(
      contributors.flatMap((each) =>
        descendants(each, "xref").map(({ attributes }) => attributes.rid),
      ),
    );
  const [authors, editors] = [
    placesOf(people.filter((each) => !others.includes(each))),
    placesOf(others),
  ];
  const inner = new Set(others.flatMap((each) => descendants(each, "aff")));
  return descendants(meta, "aff")
    .filter((place) => !inner.has(place))
    .filter(({ attributes: { id } }) => !id || authors.has(id) || !editors.has(id))
    .map(institutionOf)
    .filter(Boolean);
}

/** Its parts apart, where the article leaves that to the printer. */
function institutionOf(place: XmlElement): string {
  const children = place.children.filter(
    (each) => typeof each === "string" || !["label", "sup"].includes(each.name),
  );
  const isBare = children.every((each) => typeof each !== "string" || each.trim() === "");
  if (!isBare) return lineOf({ ...place, children });
  return elements(place)
    .filter(({ name }) => !["label", "sup"].includes(name))
    .map(lineOf)
    .filter(Boolean)
    .join(", ");
}

function publishedAt(meta: XmlElement): string | undefined {
  const [date] = descendants(meta, "pub-date");
  const part = (name: string) => textOf((date && child(date, name)) ?? "").trim();
  const year = part("year");
  if (!/^\d{4}$/.test(year)) return undefined;
  const [month, day] = [part("month"), part("day")].map((value) =>
    /^\d{1,2}$/.test(value) ? value.padStart(2, "0") : "",
  );
  return [year, month, month && day].filter(Boolean).join("-");
}
