import type { CellInput } from "@besunny/document-model/document-builder";
import type { Box } from "@besunny/document-model/parsed-document";
import type { ContentItem } from "../../content-item";
import { inReadingOrder } from "../../pptx/reading-order";
import { kinds, type PptRecord, recordsIn, recordsOf } from "./records";
import { isTitle, type PptText, textsIn } from "./text";

/** Returns the words that a master shows on its slides: those of shapes that hold no place for a slide's own words. */
export function masterTexts(bytes: Buffer, drawing: PptRecord): string[] {
  return recordsOf(bytes, drawing, kinds.shape)
    .filter((shape) => recordsOf(bytes, shape, kinds.placeholder).length === 0)
    .flatMap((shape) => recordsOf(bytes, shape, kinds.textbox))
    .flatMap((textbox) => textsIn(bytes, recordsIn(bytes, textbox)))
    .map(({ text }) => text.replaceAll("\r", "\n").trim())
    .filter((text) => text !== "" && text !== "*");
}

type Shape = { box: Box | undefined; items: ContentItem[] };

/** Tells in a group's options that it is a table. Source: [MS-ODRAW] 2.3.4.36, tableProperties. */
const tableProperties = 0x039f;

const deepest = 20;

/** Returns the words of a slide's or notes page's shapes in reading order: text boxes, placeholders, groups, tables. */
export function shapeItems(
  bytes: Buffer,
  drawing: PptRecord,
  outline: readonly PptText[],
): ContentItem[] {
  return inReadingOrder(shapesIn(bytes, drawing, outline, 0)).flatMap(({ items }) => items);
}

function shapesIn(
  bytes: Buffer,
  within: PptRecord,
  outline: readonly PptText[],
  depth: number,
): Shape[] {
  if (depth > deepest) return [];
  return recordsIn(bytes, within).flatMap((record): Shape[] => {
    if (record.kind === kinds.shape) return shapeOf(bytes, record, outline);
    if (record.kind === kinds.groupShape) return groupOf(bytes, record, outline, depth);
    return record.isContainer ? shapesIn(bytes, record, outline, depth + 1) : [];
  });
}

/** The first shape of a group is the group itself. The outermost group is the slide. */
function groupOf(
  bytes: Buffer,
  group: PptRecord,
  outline: readonly PptText[],
  depth: number,
): Shape[] {
  const [own] = recordsIn(bytes, group);
  const box = own && boxOf(bytes, own);
  const shapes = shapesIn(bytes, group, outline, depth + 1);
  if (!box) return shapes;
  const items = own && isTable(bytes, own) ? tableOf(shapes) : null;
  return [{ box, items: items ?? inReadingOrder(shapes).flatMap((shape) => shape.items) }];
}

function isTable(bytes: Buffer, shape: PptRecord): boolean {
  return recordsIn(bytes, shape)
    .filter(({ kind }) => kind === kinds.moreOptions)
    .some(({ start, instance, end }) => {
      for (let index = 0; index < instance && start + index * 6 + 6 <= end; index += 1) {
        const at = start + index * 6;
        if ((bytes.readUInt16LE(at) & 0x3fff) === tableProperties)
          return (bytes.readUInt32LE(at + 2) & 1) === 1;
      }
      return false;
    });
}

/** Returns a table of the cells' shapes by their edges; null for shapes that do not stand in rows. */
function tableOf(shapes: readonly Shape[]): ContentItem[] | null {
  const cells = shapes.flatMap(({ box, items }) =>
    box && items.length > 0 ? [{ box, items }] : [],
  );
  if (cells.length < 2) return null;
  const rows = edges(shapes, 1);
  const columns = edges(shapes, 0);
  return [
    {
      kind: "table",
      cells: cells.map(({ box, items }): CellInput => {
        const row = indexOf(rows, box[1]);
        const column = indexOf(columns, box[0]);
        const rowSpan = Math.max(1, indexOf(rows, box[1] + box[3]) - row);
        const columnSpan = Math.max(1, indexOf(columns, box[0] + box[2]) - column);
        return {
          text: items.map((item) => ("text" in item ? item.text : "")).join("\n"),
          row,
          column,
          ...(rowSpan > 1 && { rowSpan }),
          ...(columnSpan > 1 && { columnSpan }),
        };
      }),
    },
  ];
}

/** Edges that are nearer than this, in the units of the file (1/576 inch), are one. */
const NEAR = 12;

function edges(shapes: readonly Shape[], axis: 0 | 1): number[] {
  const all = shapes.flatMap(({ box }) => (box ? [box[axis]] : [])).sort((a, b) => a - b);
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? 0) > NEAR);
}

function indexOf(edgesOfAxis: readonly number[], place: number): number {
  const found = edgesOfAxis.findIndex((edge) => edge > place + NEAR);
  const index = found === -1 ? edgesOfAxis.length : found;
  return Math.max(0, (edgesOfAxis[index - 1] ?? 0) >= place - NEAR ? index - 1 : index);
}

function shapeOf(bytes: Buffer, shape: PptRecord, outline: readonly PptText[]): Shape[] {
  const records = recordsIn(bytes, shape);
  const items = records
    .filter(({ kind }) => kind === kinds.textbox)
    .flatMap((textbox) => textsOf(bytes, textbox, outline))
    .flatMap(itemsOf);
  const box = boxOf(bytes, shape);
  return items.length > 0 || box ? [{ box, items }] : [];
}

function textsOf(bytes: Buffer, textbox: PptRecord, outline: readonly PptText[]): PptText[] {
  const records = recordsIn(bytes, textbox);
  const referred = records
    .filter(({ kind, start, end }) => kind === kinds.outlineTextRef && end - start >= 4)
    .flatMap(({ start }) => outline[bytes.readUInt32LE(start)] ?? []);
  return [...referred, ...textsIn(bytes, records)];
}

function itemsOf(given: PptText): ContentItem[] {
  const lines = given.text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  if (isTitle(given)) {
    const text = lines.join(" ");
    return text ? [{ kind: "heading", level: 1, text }] : [];
  }
  return lines.map((text) => ({ kind: "paragraph", text }));
}

/** Returns the place of a shape on its slide or in its group, in the units of either. */
function boxOf(bytes: Buffer, shape: PptRecord): Box | undefined {
  for (const { kind, start, end } of recordsIn(bytes, shape)) {
    if (kind === kinds.clientAnchor && end - start === 8) {
      const [top = 0, left = 0, right = 0, bottom = 0] = [0, 2, 4, 6].map((at) =>
        bytes.readInt16LE(start + at),
      );
      return [left, top, right - left, bottom - top];
    }
    if ((kind === kinds.clientAnchor || kind === kinds.childAnchor) && end - start >= 16) {
      const [one = 0, two = 0, three = 0, four = 0] = [0, 4, 8, 12].map((at) =>
        bytes.readInt32LE(start + at),
      );
      // A slide's anchor begins with the top edge, a group's with the left one.
      const [left, top, right, bottom] =
        kind === kinds.clientAnchor ? [two, one, three, four] : [one, two, three, four];
      return [left, top, right - left, bottom - top];
    }
  }
  return undefined;
}
