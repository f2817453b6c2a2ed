import type { Box } from "@besunny/document-model/parsed-document";
import { child, type XmlElement } from "../../../xml/xml";
import { points } from "../points";

/** Returns the place of a shape in points, from its transform. */
export function boxesOf(transform: XmlElement | undefined): Box[] | undefined {
  const offset = child(transform, "off")?.attributes;
  const extent = child(transform, "ext")?.attributes;
  if (!offset || !extent) return undefined;
  return [[points(offset.x), points(offset.y), points(extent.cx), points(extent.cy)]];
}
