import type { BlockInput, DocumentBuilder } from "@besunny/document-model/document-builder";
import { objectTypes } from "./object-types";
import { type IworkObject, type IworkObjects, referencesIn } from "./objects";
import { bytesIn, numberIn } from "./protobuf";
import { marksOf, markTables, styleName, textOfStorage } from "./storage";
import { cellsOfTable } from "./table-cells";

type Writing = {
  builder: DocumentBuilder;
  objects: IworkObjects;
  visited: Set<number>;
  /** The kind of the pages. A text document has one page. */
  kind: "flow" | "sheet" | "slide";
  mostCells: number;
};

/** Adds the text of an object and of all objects that it points at, each once. */
export function addObjects(start: number, given: Omit<Writing, "visited">) {
  walk(start, { ...given, visited: new Set<number>() });
}

function walk(start: number, writing: Writing) {
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const object = writing.objects.get(id);
    if (!object || writing.visited.has(id) || isTemplate(object)) continue;
    writing.visited.add(id);
    for (const next of addObject(object, writing).reverse()) open.push(next);
  }
}

function isTemplate({ type, file }: IworkObject): boolean {
  return type === objectTypes.stylesheet || /(master|template)slide/i.test(file);
}

/** Adds an object. Returns the ids of the objects that come next. */
function addObject(object: IworkObject, writing: Writing): number[] {
  const { builder, objects, kind } = writing;
  const { type, fields } = object;
  if (kind === "sheet" && type === objectTypes.sheet) {
    const label = bytesIn(fields, 1)?.toString("utf8");
    builder.startPage({ kind, ...(label && { label }) });
  } else if (kind === "slide" && type === objectTypes.slide) builder.startPage({ kind });
  else if (objectTypes.storages.includes(type)) return addStorage(object, writing);
  else if (type === objectTypes.comment)
    builder.add({ kind: "comment", text: bytesIn(fields, 1)?.toString("utf8") ?? "" });
  else if (type === objectTypes.table) addTable(object, writing);
  return referencesIn(fields, objects);
}

function addTable({ fields }: IworkObject, writing: Writing) {
  const { builder, objects } = writing;
  const cells = cellsOfTable(fields, objects);
  const kept = cells.slice(0, writing.mostCells);
  writing.mostCells -= kept.length;
  if (kept.length < cells.length)
    builder.warnings.push("Not all cells were read; the rest was cut.");
  const name = bytesIn(fields, 8)?.toString("utf8") ?? "";
  if (kept.length > 0 && !/^table \d+$/i.test(name)) builder.add({ kind: "caption", text: name });
  builder.addTable({ cells: kept });
}

const placeholder = "\ufffc";

/** Adds the paragraphs of a storage, and after each what is anchored in it. Returns what else the storage points at. */
function addStorage(storage: IworkObject, writing: Writing): number[] {
  const { builder, objects } = writing;
  const text = textOfStorage(storage);
  const styles = marksOf(storage, markTables.paragraphStyles, objects);
  const anchored = marksOf(storage, markTables.attachments, objects);
  let start = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: iWork marks the ends of pages and sections by them
  for (const paragraph of text.split(/[\n\u0004\u0005\u2029]/)) {
    const end = start + paragraph.length;
    const style = styles.findLast(({ offset }) => offset <= start)?.id;
    builder.add({
      ...roleOf(numberIn(storage.fields, 1), styleName(style, objects)),
      text: paragraph.replaceAll(placeholder, "").replaceAll("\u2028", "\n"),
    });
    for (const { id } of anchored.filter(({ offset }) => offset >= start && offset <= end))
      walk(id, writing);
    start = end + 1;
  }
  return referencesIn(storage.fields, objects);
}

const storageKinds = { header: 1, footnote: 2, note: 4 };

function roleOf(kind: number | undefined, style: string): Pick<BlockInput, "kind" | "level"> {
  if (kind === storageKinds.header) return { kind: "header" };
  if (kind === storageKinds.footnote || kind === storageKinds.note) return { kind: "footnote" };
  if (/^title$/i.test(style)) return { kind: "title" };
  const [, level] = /^heading\s*(\d)?$/i.exec(style) ?? [];
  if (/^heading/i.test(style)) return { kind: "heading", level: Number(level ?? 1) };
  return { kind: "paragraph" };
}
