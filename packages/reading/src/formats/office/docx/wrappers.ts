import { child, type XmlElement } from "../../../xml/xml";
import { toggle } from "./styles";

/** Elements that only contain other elements. */
export const wrappers = new Set([
  "sdt",
  "sdtContent",
  "customXml",
  "smartTag",
  "ins",
  "moveTo",
  "hyperlink",
  "body",
]);

/** Returns true for a control that is empty: Word shows a hint in it, such as "Click or tap here to enter text." */
export function isPlaceholder(element: XmlElement): boolean {
  return element.name === "sdt" && (toggle(child(element, "sdtPr/showingPlcHdr")) ?? false);
}
