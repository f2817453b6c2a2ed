import { elements, type XmlElement } from "../../xml/xml";

/** Returns true for a shape, group, picture or drawing of an Office file that its author has hidden in the list of shapes. */
export function isHiddenShape(shape: XmlElement): boolean {
  if (/visibility\s*:\s*hidden/i.test(shape.attributes.style ?? "")) return true;
  return elements(shape).some((each) => {
    if (each.name === "docPr") return isOn(each.attributes.hidden);
    return (
      /^nv\w*Pr$/.test(each.name) &&
      elements(each, "cNvPr").some(({ attributes }) => isOn(attributes.hidden))
    );
  });
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
