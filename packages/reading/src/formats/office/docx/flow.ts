import type { Archive } from "../../../archive/archive";
import { elements, type XmlElement } from "../../../xml/xml";
import type { Piece } from "../add-content-items";
import { joinedPieces } from "../join-items";
import { partOf } from "../relations";
import { joinRich, plain, type RichText } from "../rich-text";
import { hangingPieces } from "./anchored-items";
import type { Numbering } from "./numbering";
import { roleOf } from "./role";
import { chosenOf, type RunContext, type Runs, readRuns } from "./runs";
import { cellsOfRow, isFrame, layTable, rowsOf } from "./table";
import { wrappers } from "./wrappers";

export type FlowContext = RunContext & { archive: Archive; numbering: Numbering };

/** The paragraphs and tables in an element, and after each what hangs on it and what it refers to. */
export function flowOf(parent: XmlElement, context: FlowContext): Piece[] {
  const pieces: Piece[] = [];
  for (const element of elements(parent)) {
    if (element.name === "p") addAll(pieces, paragraphPieces(element, context));
    else if (element.name === "tbl") addAll(pieces, tablePieces(element, context));
    else if (wrappers.has(element.name)) addAll(pieces, flowOf(element, context));
    else if (element.name === "AlternateContent")
      addAll(pieces, flowOf(chosenOf(element), context));
    else if (element.name === "del" || element.name === "moveFrom") context.changes.deleted += 1;
    else if (element.name === "oMathPara" || element.name === "oMath")
      addAll(pieces, paragraphPieces({ name: "p", attributes: {}, children: [element] }, context));
    else if (element.name === "altChunk") {
      const path = partOf(context.relations, element.attributes["r:id"], context.archive);
      if (path) pieces.push({ kind: "chunk", path });
    }
  }
  return withCodeJoined(pieces);
}

function addAll(pieces: Piece[], more: Piece[]) {
  for (const each of more) pieces.push(each);
}

function paragraphPieces(paragraph: XmlElement, context: FlowContext): Piece[] {
  const runs = readRuns(paragraph, context);
  return [...blocksOf(paragraph, runs, context), ...besides(runs, context)];
}

function blocksOf(paragraph: XmlElement, runs: Runs, context: FlowContext): Piece[] {
  if (runs.formulas.length > 0) return runs.formulas.map((text) => ({ kind: "formula", text }));
  const { label, ...role } = roleOf(paragraph, runs.text, context);
  const { text, links } = labelled(label, runs);
  return [{ ...role, text, links }];
}

function labelled(label: string, { text, links }: RichText): RichText {
  if (label === "") return { text, links };
  return joinRich([plain(label), { text, links }], " ");
}

/** What hangs on a paragraph, then its notes and what was remarked on it. */
function besides({ hanging, notes, comments }: Runs, context: FlowContext): Piece[] {
  const pieces = hanging.flatMap((each) =>
    hangingPieces(each, { ...context, flow: (box) => flowOf(box, context) }),
  );
  for (const mark of notes) {
    const note = context.notes.noteOf(mark);
    if (note)
      pieces.push(labelledPiece("footnote", `[${mark}]`, cellText(note.body, context).rich));
  }
  for (const id of comments) {
    const comment = context.notes.commentOf(id);
    if (!comment) continue;
    const { rich } = cellText(comment.body, context, "\n");
    const author = comment.author ? `${comment.author}:` : "";
    if (rich.text.trim() !== "") pieces.push(labelledPiece("comment", author, rich));
  }
  return pieces;
}

function labelledPiece(kind: "footnote" | "comment", label: string, rich: RichText): Piece {
  return { kind, ...labelled(label, { ...rich, text: rich.text.trimEnd() }) };
}

function tablePieces(table: XmlElement, context: FlowContext): Piece[] {
  const rows = rowsOf(table);
  if (isFrame(rows))
    return rows.flatMap((row) => cellsOfRow(row).flatMap((cell) => flowOf(cell, context)));
  const after: Piece[] = [];
  const cells = layTable(table, rows, (cell) => {
    const { rich, beside } = cellText(cell, context);
    after.push(...beside);
    return rich;
  });
  return [{ kind: "table", cells }, ...after];
}

/** All text in a cell, note or margin as one, tables in it too; `beside` is what is no text of its own. */
export function cellText(
  cell: XmlElement,
  context: FlowContext,
  separator = " ",
): { rich: RichText; beside: Piece[] } {
  return joinedPieces(flowOf(cell, context), separator);
}

/** Lines of code that follow each other are one piece of code. */
function withCodeJoined(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (piece.kind === "code" && before?.kind === "code")
      joined[joined.length - 1] = { kind: "code", text: `${before.text}\n${piece.text}` };
    else joined.push(piece);
  }
  return joined;
}
