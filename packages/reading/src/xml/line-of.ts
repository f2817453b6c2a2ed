import { textOf, type XmlElement } from "./xml";

/** Returns all text of an element as one line, or an empty text without an element. */
export function lineOf(element: XmlElement | string | undefined): string {
  return element === undefined ? "" : textOf(element).replace(/\s+/g, " ").trim();
}
