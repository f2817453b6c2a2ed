import type { BlockInput } from "@besunny/document-model/document-builder";
import type { Metadata } from "@besunny/document-model/parsed-document";
import type { Piece } from "../add-content-items";
import { joinRich, plain, type RichText } from "../rich-text";
import { decodeBytes } from "./code-pages";
import { createSink, type RowCell, type Sink } from "./content-collector";
import type { EmbeddedObject } from "./embedded-object";

export type Target = "body" | "silent" | "fonts" | "styles" | "field" | "label" | "info" | "object";

/** What holds within a group and ends with it. `group` is the word that began it, where its end means something. */
export type State = {
  target: Target;
  group: string;
  encoding: string | undefined;
  skipAfterUnicode: number;
  isHidden: boolean;
  isDeleted: boolean;
  fieldStart: number;
};

export type Paragraph = {
  isInTable: boolean;
  style: number;
  outline: number;
  level: number;
  label: string;
};

export type SinkKind = "header" | "footer" | "footnote" | "comment" | "box";

/** Everything that is known at a place in the file. */
export type Machine = {
  state: State;
  stack: State[];
  sink: Sink;
  paragraph: Paragraph;
  outer: { sink: Sink; paragraph: Paragraph; depth: number; kind: SinkKind }[];
  margins: { header: Piece[]; footer: Piece[] };
  row: RowCell[];
  cell: { isMerged: boolean; isBelow: boolean };
  /** Bytes that wait for a whole sign. */
  pending: number[];
  /** The text of a group that is no part of the body, and the code of a field. */
  written: string;
  field: string;
  author: string;
  usualEncoding: string;
  fonts: Map<number, string | undefined>;
  styles: Map<number, string>;
  font: number;
  style: number;
  notes: number;
  inserted: number;
  deleted: number;
  metadata: Metadata;
  embedded: EmbeddedObject[];
};

export const plainParagraph: Paragraph = {
  isInTable: false,
  style: -1,
  outline: 9,
  level: 0,
  label: "",
};

export function createMachine(): Machine {
  return {
    state: {
      target: "body",
      group: "",
      encoding: undefined,
      skipAfterUnicode: 1,
      isHidden: false,
      isDeleted: false,
      fieldStart: 0,
    },
    stack: [],
    sink: createSink(),
    paragraph: { ...plainParagraph },
    outer: [],
    margins: { header: [], footer: [] },
    row: [],
    cell: { isMerged: false, isBelow: false },
    pending: [],
    written: "",
    field: "",
    author: "",
    usualEncoding: "windows-1252",
    fonts: new Map(),
    styles: new Map(),
    font: 0,
    style: 0,
    notes: 0,
    inserted: 0,
    deleted: 0,
    metadata: {},
    embedded: [],
  };
}

export function flush(machine: Machine) {
  if (machine.pending.length === 0) return;
  const text = decodeBytes(machine.pending, machine.state.encoding ?? machine.usualEncoding);
  machine.pending = [];
  put(machine, text);
}

export function put(machine: Machine, text: string) {
  const { target, isHidden, isDeleted } = machine.state;
  if (target === "silent" || isHidden) return;
  if (target === "field") machine.field += text;
  else if (target !== "body") machine.written += text;
  else if (!isDeleted) machine.sink.say(text);
}

export function endParagraph(machine: Machine) {
  flush(machine);
  machine.sink.endParagraph(machine.paragraph.isInTable, roleOf(machine));
  machine.paragraph.label = "";
}

function roleOf({ paragraph, styles }: Machine): Pick<BlockInput, "kind" | "level"> {
  const name = styles.get(paragraph.style) ?? "";
  if (/^(title|titel|titre)$/i.test(name)) return { kind: "title" };
  const [, level] = /^(?:heading|überschrift|titre|título)\s?(\d)/i.exec(name) ?? [];
  if (level) return { kind: "heading", level: Math.min(6, Math.max(1, Number(level))) };
  if (paragraph.outline < 9) return { kind: "heading", level: Math.min(6, paragraph.outline + 1) };
  return paragraph.label === ""
    ? { kind: "paragraph" }
    : { kind: "list-item", level: paragraph.level + 1 };
}

/** From here to the end of the group, text is not of the body but of a note, a box or a margin. */
export function openSink(machine: Machine, kind: SinkKind) {
  flush(machine);
  const { sink, paragraph, stack } = machine;
  machine.outer.push({ sink, paragraph, depth: stack.length, kind });
  machine.sink = createSink();
  machine.paragraph = { ...plainParagraph };
  machine.state.target = "body";
}

export function closeSink(machine: Machine) {
  const closed = machine.outer.pop();
  if (!closed) return;
  const found = machine.sink.end(roleOf(machine));
  machine.sink = closed.sink;
  machine.paragraph = closed.paragraph;
  const { kind } = closed;
  if (kind === "box") {
    for (const piece of found) machine.sink.hang(piece);
    return;
  }
  const rich = asOne(found, kind === "footnote" ? " " : "\n");
  if (rich.text.trim() === "") return;
  if (kind === "footnote")
    machine.sink.hang({ kind, ...joinRich([plain(`[${machine.notes}] `), rich]) });
  else if (kind === "comment")
    machine.sink.hang({
      kind,
      ...joinRich([plain(machine.author ? `${machine.author}: ` : ""), rich]),
    });
  else machine.margins[kind].push({ kind, ...rich });
}

function asOne(pieces: Piece[], separator: string): RichText {
  return joinRich(
    pieces.flatMap((piece) => {
      if (piece.kind === "table") return [plain(piece.cells.map(({ text }) => text).join(" "))];
      return "text" in piece && piece.text.trim() !== ""
        ? [{ text: piece.text, links: piece.links ?? [] }]
        : [];
    }),
    separator,
  );
}

/** All that was read, headers before and footers after, each told once. */
export function finish(machine: Machine): Piece[] {
  flush(machine);
  while (machine.outer.length > 0) closeSink(machine);
  const { header, footer } = machine.margins;
  return [...once(header), ...machine.sink.end(roleOf(machine)), ...once(footer)];
}

function once(pieces: Piece[]): Piece[] {
  const said = new Set<string>();
  return pieces.filter((piece) => {
    const text = "text" in piece ? piece.text.trim() : "";
    return !said.has(text) && said.add(text);
  });
}
