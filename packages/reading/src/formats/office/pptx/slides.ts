import type { Archive } from "../../../archive/archive";
import { descendants, type XmlElement } from "../../../xml/xml";
import { partOf, type Relations } from "../relations";

/** Returns the slides in the order of the show, or in the order of their names if that order is lost. */
export function slidesOf(
  presentation: XmlElement,
  relations: Relations,
  archive: Archive,
): string[] {
  const listed = descendants(presentation, "sldId").flatMap(
    ({ attributes }) => partOf(relations, attributes["r:id"] ?? attributes.id, archive) ?? [],
  );
  if (listed.length > 0 || descendants(presentation, "presentation").length > 0) return listed;
  const number = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0);
  return archive.names
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => number(a) - number(b));
}
