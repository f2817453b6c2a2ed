import type { ParsedDocument, Span, StatedFact } from "@besunny/document-model/parsed-document";
import type { Part } from "../../contract/part";
import { decodeText } from "../../detect/decode-text";
import { parseXml } from "../../xml/xml";
import { plainXml } from "../web/plain-xml";
import { titleOf, totalEntries } from "./add-invoice";
import { checkInvoice } from "./check-invoice";
import { findInvoices } from "./find-invoices";
import { createLineFolder } from "./fold-lines";
import type { Invoice } from "./model/invoice";
import {
  anyIban,
  datePattern,
  holdsDate,
  ibanPattern,
  moneyPattern,
  wordPattern,
} from "./print-patterns";

const mostBytes = 20 * 1024 * 1024;

/**
 * Returns a PDF with the facts of the e-invoice among its attached files, each at the place where the pages show it. A number, date,
 * total or IBAN that the pages contradict becomes a warning.
 */
export function withInvoice(document: ParsedDocument, parts: Part[]): ParsedDocument {
  for (const { fileName, bytes } of parts) {
    const invoices = invoicesIn(bytes);
    if (invoices.length === 0) continue;
    const facts = invoices.flatMap((invoice) => factsOf(invoice, fileName, document.text));
    const [first] = invoices;
    const metadata = { ...(first && { title: titleOf(first) }), ...document.metadata };
    const warnings = [
      ...document.warnings,
      ...invoices.flatMap((invoice) => checkInvoice(invoice).warnings),
      ...contradictions(document, facts),
    ];
    return { ...document, metadata, warnings, facts };
  }
  return document;
}

function invoicesIn(bytes: Buffer): Invoice[] {
  const start = bytes.subarray(0, 4_096).toString("latin1").replaceAll("\u0000", "");
  if (bytes.length > mostBytes || !/^[^<]{0,4}<(\?xml|[\w:!])/.test(start)) return [];
  try {
    const declared = /encoding=["']([\w-]+)/.exec(start)?.[1];
    const { folded, ended } = createLineFolder();
    return findInvoices(parseXml(plainXml(decodeText(bytes, declared)), ended), folded);
  } catch {
    return [];
  }
}

function factsOf(invoice: Invoice, file: string, text: string): StatedFact[] {
  const entries = [
    ...invoice.general,
    ...invoice.parties.flatMap((party) => party.entries),
    ...invoice.references,
    ...invoice.delivery,
    ...totalEntries(invoice),
    ...invoice.payment,
  ];
  return entries.flatMap(({ fact, text: shown, value = shown, path }) => {
    if (!fact) return [];
    const span = placeOf(text, fact, value);
    return [{ name: fact, value, element: path, file, ...(span && { span }) }];
  });
}

function placeOf(text: string, name: string, value: string): Span | undefined {
  const found = patternOf(name, value).exec(text);
  return found ? [found.index, found.index + found[0].length] : undefined;
}

function patternOf(name: string, value: string): RegExp {
  if (name.endsWith(" date")) return datePattern(value);
  if (name === "IBAN") return ibanPattern(value);
  if (/^(total|amount due|subtotal|tax)$/.test(name)) return moneyPattern(value);
  return wordPattern(value);
}

/** Pages that were recognised may be misread, so they contradict nothing. */
function contradictions({ text, pages }: ParsedDocument, facts: StatedFact[]): string[] {
  if (text.trim().length < 80 || pages.some(({ recognised }) => recognised)) return [];
  const shown = new Set(facts.flatMap(({ name, span }) => (span ? [name] : [])));
  const warnings = facts.flatMap(({ name, value, file, span }) => {
    if (span || shown.has(name) || !isComparable(name, text)) return [];
    return [
      `The invoice in ${file} states the ${name} ${value}, but the printed pages do not show it.`,
    ];
  });
  return [...new Set(warnings)];
}

/** A page without any date or IBAN contradicts none. Pages often say "within 30 days" in place of a due date. */
function isComparable(name: string, text: string): boolean {
  if (/^(invoice|credit note) date$/.test(name)) return holdsDate(text);
  if (name === "IBAN") return anyIban.test(text);
  return /^((invoice|credit note) number|total|amount due)$/.test(name);
}
