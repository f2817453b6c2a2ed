import type { Archive } from "../../../archive/archive";
import { child, elements, type XmlElement } from "../../../xml/xml";
import type { ContentItem } from "../content-item";
import { joinItems } from "../join-items";
import { partOf } from "../relations";
import { joinRich, plain, type RichText } from "../rich-text";
import { anchoredItems } from "./anchored-items";
import type { Numbering } from "./numbering";
import { paragraphRole } from "./role";
import { chosenOf, type RunContext, type Runs, readRuns } from "./runs";
import { cellsOfRow, isFrame, layTable, rowsOf } from "./table";
import { isShaded } from "./unseen-runs";
import { isPlaceholder, wrappers } from "./wrappers";

export type FlowContext = RunContext & { archive: Archive; numbering: Numbering };

/** Returns the paragraphs and tables in an element. After each come its anchored items, notes and comments. */
export function flowOf(parent: XmlElement, context: FlowContext): ContentItem[] {
  const items: ContentItem[] = [];
  for (const element of withJoinedParagraphs(elements(parent), context)) {
    if (isPlaceholder(element)) continue;
    if (element.name === "p") addAll(items, paragraphItems(element, context));
    else if (element.name === "tbl") addAll(items, tableItems(element, context));
    else if (wrappers.has(element.name)) addAll(items, flowOf(element, context));
    else if (element.name === "AlternateContent") addAll(items, flowOf(chosenOf(element), context));
    else if (element.name === "del" || element.name === "moveFrom") context.changes.deleted += 1;
    else if (element.name === "oMathPara" || element.name === "oMath")
      addAll(items, paragraphItems({ name: "p", attributes: {}, children: [element] }, context));
    else if (element.name === "altChunk") {
      const path = partOf(context.relations, element.attributes["r:id"], context.archive);
      if (path) items.push({ kind: "chunk", path });
    }
  }
  return withCodeJoined(items);
}

/** A paragraph whose mark was deleted goes on in the next one, with the properties of that one. */
function withJoinedParagraphs(all: XmlElement[], { changes }: FlowContext): XmlElement[] {
  const joined: XmlElement[] = [];
  let open: XmlElement[] = [];
  for (const element of all) {
    const isJoined = element.name === "p" && child(element, "pPr/rPr/del") !== undefined;
    if (isJoined) {
      changes.deleted += 1;
      open.push(element);
    } else if (element.name === "p" && open.length > 0) {
      joined.push(asOne([...open, element]));
      open = [];
    } else {
      joined.push(...open, element);
      open = [];
    }
  }
  return [...joined, ...open];
}

function asOne(paragraphs: XmlElement[]): XmlElement {
  const last = paragraphs.at(-1);
  const properties = last ? elements(last, "pPr") : [];
  const content = paragraphs.flatMap((each) => elements(each).filter(({ name }) => name !== "pPr"));
  return { name: "p", attributes: {}, children: [...properties, ...content] };
}

function addAll(items: ContentItem[], more: ContentItem[]) {
  for (const each of more) items.push(each);
}

function paragraphItems(paragraph: XmlElement, context: FlowContext): ContentItem[] {
  const runs = readRuns(paragraph, context);
  return [...blocksOf(paragraph, runs, context), ...besides(runs, context)];
}

function blocksOf(paragraph: XmlElement, runs: Runs, context: FlowContext): ContentItem[] {
  if (runs.formulas.length > 0) return runs.formulas.map((text) => ({ kind: "formula", text }));
  const { label, ...role } = paragraphRole(paragraph, runs.text, context);
  const { text, links } = labelled(label, runs);
  return [{ ...role, text, links }];
}

function labelled(label: string, { text, links }: RichText): RichText {
  if (label === "") return { text, links };
  return joinRich([plain(label), { text, links }], " ");
}

/** Returns the anchored items of a paragraph, then its notes and comments. */
function besides({ hanging, notes, comments }: Runs, context: FlowContext): ContentItem[] {
  const items = hanging.flatMap((each) =>
    anchoredItems(each, {
      hide: (text) => void context.unseen.words.push({ text, fate: "left-out" }),
      ...context,
      flow: (box) => flowOf(box, { ...context, isOnGround: true }),
    }),
  );
  for (const mark of notes) {
    const note = context.notes.noteOf(mark);
    if (note) items.push(labelledItem("footnote", `[${mark}]`, cellText(note.body, context).rich));
  }
  for (const id of comments) {
    const comment = context.notes.commentOf(id);
    if (!comment) continue;
    const { rich } = cellText(comment.body, context, "\n");
    const author = comment.author ? `${comment.author}:` : "";
    if (rich.text.trim() !== "") items.push(labelledItem("comment", author, rich));
  }
  return items;
}

function labelledItem(kind: "footnote" | "comment", label: string, rich: RichText): ContentItem {
  return { kind, ...labelled(label, { ...rich, text: rich.text.trimEnd() }) };
}

function tableItems(table: XmlElement, context: FlowContext): ContentItem[] {
  const rows = rowsOf(table);
  const inCell = cellContext(table, context);
  if (isFrame(rows))
    return rows.flatMap((row) => cellsOfRow(row).flatMap((cell) => flowOf(cell, inCell(cell))));
  const after: ContentItem[] = [];
  const cells = layTable(table, rows, (cell) => {
    const { rich, beside } = cellText(cell, inCell(cell));
    after.push(...beside);
    return rich;
  });
  return [{ kind: "table", cells }, ...after];
}

/** Returns a function that returns the context of a cell: its own ground, the table's, or one that the table's style may set. */
function cellContext(table: XmlElement, context: FlowContext): (cell: XmlElement) => FlowContext {
  const properties = child(table, "tblPr");
  const style = child(properties, "tblStyle")?.attributes.val;
  const isColoured =
    context.isOnGround ||
    isShaded(properties) ||
    (style !== undefined && context.styles.chainOf(style).some((each) => each.isShaded));
  return (cell) => ({ ...context, isOnGround: isColoured || isShaded(child(cell, "tcPr")) });
}

/** Joins all text in a cell, note or margin, also of tables in it. `beside` holds the items that are not text of their own. */
export function cellText(
  cell: XmlElement,
  context: FlowContext,
  separator = " ",
): { rich: RichText; beside: ContentItem[] } {
  return joinItems(flowOf(cell, context), separator);
}

/** Joins adjacent lines of code into one item. */
function withCodeJoined(items: ContentItem[]): ContentItem[] {
  const joined: ContentItem[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    if (item.kind === "code" && before?.kind === "code")
      joined[joined.length - 1] = { kind: "code", text: `${before.text}\n${item.text}` };
    else joined.push(item);
  }
  return joined;
}
