import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { corrupt } from "../../contract/refusals";
import { decodeText } from "../../detect/decode-text";
import { lineOf } from "../../xml/line-of";
import { child, descendants, elements, parseXml, type XmlElement } from "../../xml/xml";
import { addInvoice } from "../invoices/add-invoice";
import { findInvoices } from "../invoices/find-invoices";
import { createLineFolder } from "../invoices/fold-lines";
import { addCode } from "../plain/add-code";
import { addTimedText } from "../transcripts/add-timed-text";
import { writeAttachments } from "../write-attachments";
import { addArticle } from "./add-article";
import { addDataXml, isDataXml } from "./add-data-xml";
import { addFeed } from "./add-feed";
import { addElement } from "./add-html";
import { addPatent, isPatent } from "./add-patent";
import { plainXml } from "./plain-xml";
import { takeBinaries } from "./take-binaries";
import { xmlToHtml } from "./xml-to-html";

/** XML: e-invoices, articles, patents and feeds by their vocabulary, other documents by the names of their elements, data as data. */
export async function readXml(source: ReaderInput): Promise<ParsedDocument> {
  const declared = /^\s*<\?xml[^>]{0,200}encoding=["']([\w-]+)/.exec(
    source.bytes.subarray(0, 400).toString("latin1"),
  )?.[1];
  const text = plainXml(decodeText(source.bytes, declared));
  const { folded, ended } = createLineFolder();
  const root = parseXml(text, ended);
  const all = elements(root);
  if (all.length === 0) throw corrupt("The XML file");
  const builder = createDocumentBuilder(source);
  const { parts, leftOut } = await takeBinaries(root);
  await writeAttachments(builder, parts, source);
  builder.startPage({ kind: "flow" });
  const invoices = findInvoices(root, folded);
  for (const invoice of invoices) addInvoice(builder, invoice, source.limits);
  if (invoices.length === 0) {
    if (leftOut > 0) builder.warnings.push(leftOutSentence(leftOut));
    for (const top of all) addTop(builder, top, source);
  }
  if (builder.length === 0 && parts.length === 0) addCode(builder, text.trim().slice(0, 100_000));
  return builder.build();
}

function leftOutSentence(blocks: number): string {
  return blocks === 1
    ? "A block of encoded data was left out: it is no file that can be read."
    : `${blocks} blocks of encoded data were left out: they are no files that can be read.`;
}

function addTop(builder: DocumentBuilder, top: XmlElement, { limits }: ReaderInput) {
  if (top.name === "article" && child(top, "front")) return addArticle(builder, top);
  if (top.name === "pmc-articleset")
    return elements(top, "article").forEach((each) => void addArticle(builder, each));
  if (isPatent(top)) return addPatent(builder, top);
  if (top.name === "tt" && addTimedText(builder, top)) return;
  if (/^(rss|feed|RDF)$/.test(top.name) && addFeed(builder, top)) return;
  if (top.name === "html" || top.name === "body") return addElement(builder, top);
  if (isOfficeXml(top)) return addElement(builder, xmlToHtml(bodyOf(top), 1));
  if (isDataXml(top)) return addDataXml(builder, { ...top, children: [top] }, limits);
  const title = child(top, "teiHeader/fileDesc/titleStmt/title") ?? child(top, "info/title");
  if (title) builder.metadata.title = lineOf(title);
  addElement(builder, xmlToHtml({ ...top, name: "", children: [top] }, 1));
}

function isOfficeXml({ name, attributes }: XmlElement): boolean {
  return (
    (name === "document" && "xmlns:office" in attributes) ||
    name === "wordDocument" ||
    (name === "Workbook" && /office:spreadsheet/.test(attributes.xmlns ?? ""))
  );
}

function bodyOf(top: XmlElement): XmlElement {
  const [body] = [...descendants(top, "body")];
  return body ?? { ...top, children: elements(top, "Worksheet") };
}
