import type { XmlElement } from "../../../xml/xml";
import type { InvoiceLine } from "./invoice";

/** The lines that were read while their file was parsed, by their elements, which are empty since. */
export type FoldedLines = ReadonlyMap<XmlElement, InvoiceLine[]>;
