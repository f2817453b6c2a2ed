import { textOf, type XmlElement } from "./xml";

/** All the text in an element as one line; empty where there is no element. */
export function lineOf(element: XmlElement | string | undefined): string {
  return element === undefined ? "" : textOf(element).replace(/\s+/g, " ").trim();
}
