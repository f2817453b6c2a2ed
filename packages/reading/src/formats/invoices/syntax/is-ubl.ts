import { elements, type XmlElement } from "../../../xml/xml";

/** Returns true for an invoice in UBL. Other vocabularies have an element named Invoice too. */
export function isUbl(top: XmlElement): boolean {
  if (!elements(top, "ID")[0]) return false;
  const isNamed = Object.values(top.attributes).some((value) => value.includes(":schema:xsd:"));
  return isNamed || elements(top, "AccountingSupplierParty").length > 0;
}
