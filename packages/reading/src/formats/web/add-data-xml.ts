import type { CellInput, DocumentBuilder } from "@besunny/document-model/document-builder";
import type { Limits } from "../../contract/limits";
import { lineOf } from "../../xml/line-of";
import { elements, textOf, type XmlElement } from "../../xml/xml";

const ofDocuments = new Set(
  "p para simpara section sec chapter tgroup entry list-item listitem div lg".split(" "),
);

/** True where elements hold either elements or a value, never both, and none is named as in documents. */
export function isDataXml(root: XmlElement): boolean {
  let leaves = 0;
  let mixed = 0;
  function look(element: XmlElement) {
    const inner = elements(element);
    const words = element.children.some((each) => typeof each === "string" && each.trim() !== "");
    if (ofDocuments.has(element.name)) mixed += 1;
    if (inner.length === 0) leaves += words ? 1 : 0;
    else if (words) mixed += 1;
    for (const each of inner) look(each);
  }
  look(root);
  return leaves > 0 && mixed === 0;
}

/** Values with their names; like records in a row as a table. */
export function addDataXml(builder: DocumentBuilder, root: XmlElement, limits: Limits) {
  const state = { cells: 0 };
  for (const each of elements(root)) addRecord(builder, each, 1, limits, state);
}

function addRecord(
  builder: DocumentBuilder,
  element: XmlElement,
  depth: number,
  limits: Limits,
  state: { cells: number },
) {
  const inner = elements(element);
  if (inner.length === 0) return void builder.add({ kind: "paragraph", text: line(element) });
  if (depth > 1) {
    const text = readable(element.name);
    builder.add({ kind: "heading", level: Math.min(6, depth), text });
  }
  let lines: string[] = [];
  const flush = () => {
    builder.add({ kind: "paragraph", text: lines.join("\n") });
    lines = [];
  };
  const alike = Map.groupBy(inner, ({ name }) => name);
  const tables = new Set([...alike].filter(([, group]) => areRecords(group)).map(([name]) => name));
  const told = new Set<string>();
  for (const each of inner) {
    const isTable = tables.has(each.name);
    if (isTable && told.has(each.name)) continue;
    if (!isTable && elements(each).length === 0) {
      lines.push(line(each));
      continue;
    }
    flush();
    told.add(each.name);
    if (isTable) addTable(builder, alike.get(each.name) ?? [], limits, state);
    else addRecord(builder, each, depth + 1, limits, state);
  }
  flush();
}

/** Several, each with fields that hold values. */
function areRecords(group: XmlElement[]): boolean {
  return (
    group.length > 1 &&
    group.every((each) => {
      const fields = elements(each);
      return fields.length > 0 && fields.every((field) => elements(field).length === 0);
    })
  );
}

const widest = 80;

function addTable(
  builder: DocumentBuilder,
  records: XmlElement[],
  limits: Limits,
  state: { cells: number },
) {
  const names = [...new Set(records.flatMap((each) => elements(each).map(({ name }) => name)))];
  const columns = names.slice(0, widest);
  if (names.length > widest)
    builder.warnings.push(
      `Only the first ${widest} of ${names.length} fields of a record were read.`,
    );
  const cells: CellInput[] = columns.map((name, column) => ({
    text: readable(name),
    row: 0,
    column,
    isHeader: true,
  }));
  for (const [index, record] of records.entries()) {
    if (state.cells + cells.length > limits.cells) {
      builder.warnings.push(`Only the first ${index} of ${records.length} records were read.`);
      break;
    }
    for (const [column, name] of columns.entries()) {
      const text = elements(record, name).map(textOf).join(", ");
      cells.push({ text: text.trim(), row: index + 1, column });
    }
  }
  state.cells += cells.length;
  builder.addTable({ cells });
}

function line(element: XmlElement): string {
  const value = lineOf(element);
  if (value === "") return attributesOf(element);
  const unit = element.attributes.currencyID ?? element.attributes.unitCode;
  return `${readable(element.name)}: ${value}${unit ? ` ${unit}` : ""}`;
}

function attributesOf({ name, attributes }: XmlElement): string {
  const pairs = Object.entries(attributes).filter(([key]) => !/^xmlns|:/.test(key));
  if (pairs.length === 0) return "";
  return `${readable(name)}: ${pairs.map(([key, value]) => `${key} ${value}`).join(", ")}`;
}

/** "PayableAmount" and "payable_amount" as people write it. */
function readable(name: string): string {
  return name
    .replace(/[_.-]+/g, " ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .trim();
}
