import { lineOf } from "../../xml/line-of";
import { child, descendants, elements, textOf, type XmlElement } from "../../xml/xml";

/** A reference in a line: as its authors wrote it, or put together from its parts where only those are given. */
export function citationText(reference: XmlElement): string {
  const mixed = child(reference, "mixed-citation") ?? child(reference, "citation");
  if (mixed) return lineOf(mixed);
  const parts = child(reference, "element-citation") ?? child(reference, "nlm-citation");
  return parts ? fromParts(parts) : lineOf(reference);
}

function fromParts(parts: XmlElement): string {
  const value = (name: string) => lineOf(child(parts, name));
  const [group = parts] = elements(parts, "person-group");
  const people = descendants(group, "name").map((name) =>
    ["surname", "given-names"]
      .map((part) => textOf(child(name, part) ?? "").trim())
      .filter(Boolean)
      .join(" "),
  );
  const authors = [...people, ...descendants(group, "collab").map(textOf)].join(", ");
  const title = value("article-title") || value("chapter-title") || value("data-title");
  const pages = [value("fpage") || value("elocation-id"), value("lpage")].filter(Boolean).join("–");
  const volume = [value("volume"), pages].filter(Boolean).join(":");
  const year = value("year") && `(${value("year")})`;
  const place = [value("source"), volume, year].filter(Boolean).join(" ");
  const ids = elements(parts, "pub-id").map(
    (id) => `${(id.attributes["pub-id-type"] ?? "").toUpperCase()}: ${textOf(id).trim()}`,
  );
  return [authors, title, place, ids.join(", ")].filter(Boolean).join(". ");
}
