import { elements, textOf, type XmlElement } from "../../xml/xml";
import { createFieldReader } from "./model/field-reader";
import type { FoldedLines } from "./model/folded-lines";
import type { InvoiceLine } from "./model/invoice";
import { ciiLine } from "./syntax/cii-lines";
import { isUbl } from "./syntax/is-ubl";
import { ublLine } from "./syntax/ubl-lines";

/**
 * Reads each line of an UBL or CII invoice when its element ends, and empties the element. So the tree of an invoice with many lines stays
 * small. `ended` is for `parseXml`. Lines with long texts stay in the tree, because these may be files.
 */
export function createLineFolder(): {
  folded: FoldedLines;
  ended: (element: XmlElement, around: readonly XmlElement[]) => void;
} {
  const folded = new Map<XmlElement, InvoiceLine[]>();

  const invoices = new Map<XmlElement, LineReader | null>();

  function ended(element: XmlElement, around: readonly XmlElement[]) {
    const above = around.at(-1);
    if (!above || around.length > 3 || !lineNames.test(element.name)) return;
    // The head of an invoice is before its lines, so the first line shows what all are.
    const known = invoices.get(above);
    const read = known === undefined ? readerOf(element, above, around[1]) : known;
    if (known === undefined) invoices.set(above, read);
    if (!read || hasLongText(element)) return;
    folded.set(element, read(createFieldReader(element, { hasPaths: false }), element));
    element.children = [];
  }

  return { folded, ended };
}

type LineReader = typeof ublLine;

const lineNames = /^(InvoiceLine|CreditNoteLine|IncludedSupplyChainTradeLineItem)$/;

function readerOf(line: XmlElement, above: XmlElement, top?: XmlElement): LineReader | null {
  if (line.name === "IncludedSupplyChainTradeLineItem")
    return /^CrossIndustry(Invoice|Document)$/.test(top?.name ?? "") &&
      above.name === "SupplyChainTradeTransaction"
      ? ciiLine
      : null;
  return /^(Invoice|CreditNote)$/.test(above.name) && isUbl(above) ? ublLine : null;
}

const mostCharacters = 400;

function hasLongText(element: XmlElement): boolean {
  const inner = elements(element);
  if (inner.length === 0) return textOf(element).length >= mostCharacters;
  return /Binary|Attachment/.test(element.name) || inner.some(hasLongText);
}
