import type { BlockInput } from "@besunny/document-model/document-builder";
import type { Metadata } from "@besunny/document-model/parsed-document";
import { type Color, isTooLow, isWhite } from "../../visible-letters";
import type { ContentItem } from "../content-item";
import { joinRich, plain, type RichText } from "../rich-text";
import { decodeBytes } from "./code-pages";
import { type ContentCollector, createContentCollector, type RowCell } from "./content-collector";
import type { EmbeddedObject } from "./embedded-object";

export type Target =
  | "body"
  | "silent"
  | "colors"
  | "fonts"
  | "styles"
  | "field"
  | "label"
  | "info"
  | "object"
  | "picture";

/** The state of a group, which ends with the group. `group` is the word that began it, if its end has an effect. */
export type GroupState = {
  target: Target;
  group: string;
  encoding: string | undefined;
  skipAfterUnicode: number;
  isHidden: boolean;
  /** The number of the colour of letters, their height in half points, and whether a colour is behind them. */
  color: number;
  size: number;
  isShaded: boolean;
  isDeleted: boolean;
  fieldStart: number;
};

export type Paragraph = {
  isShaded: boolean;
  isInTable: boolean;
  style: number;
  outline: number;
  level: number;
  label: string;
};

export type CollectorKind = "header" | "footer" | "footnote" | "comment" | "box";

/** The whole state at a position in the file. */
export type InterpreterState = {
  state: GroupState;
  stack: GroupState[];
  collector: ContentCollector;
  paragraph: Paragraph;
  outer: {
    collector: ContentCollector;
    paragraph: Paragraph;
    depth: number;
    kind: CollectorKind;
  }[];
  margins: { header: ContentItem[]; footer: ContentItem[] };
  row: RowCell[];
  cell: { isMerged: boolean; isBelow: boolean };
  /** Cells of the row, or the page, have a colour. */
  isRowShaded: boolean;
  isPageShaded: boolean;
  colors: Color[];
  /** Words that nobody can see, in their order. */
  hidden: string[];
  /** Bytes of a character that is not complete yet. */
  pending: number[];
  /** The text of a group that is not part of the body, or the code of a field. */
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
  /** The picture that the current group describes: its size in twentieths of a point and its scale in percent. */
  picture: { width: number; height: number; scaleX: number; scaleY: number };
  pictures: number;
};

export const plainPicture = { width: 0, height: 0, scaleX: 100, scaleY: 100 };

export const plainParagraph: Paragraph = {
  isShaded: false,
  isInTable: false,
  style: -1,
  outline: 9,
  level: 0,
  label: "",
};

export function createInterpreterState(): InterpreterState {
  return {
    state: {
      target: "body",
      group: "",
      encoding: undefined,
      skipAfterUnicode: 1,
      isHidden: false,
      color: 0,
      size: 24,
      isShaded: false,
      isDeleted: false,
      fieldStart: 0,
    },
    stack: [],
    collector: createContentCollector(),
    paragraph: { ...plainParagraph },
    outer: [],
    margins: { header: [], footer: [] },
    row: [],
    cell: { isMerged: false, isBelow: false },
    isRowShaded: false,
    isPageShaded: false,
    colors: [[0, 0, 0]],
    hidden: [],
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
    picture: { ...plainPicture },
    pictures: 0,
  };
}

export function flush(rtf: InterpreterState) {
  if (rtf.pending.length === 0) return;
  const text = decodeBytes(rtf.pending, rtf.state.encoding ?? rtf.usualEncoding);
  rtf.pending = [];
  put(rtf, text);
}

export function put(rtf: InterpreterState, text: string) {
  const { target, isDeleted } = rtf.state;
  if (target === "silent") return;
  if (target === "colors") endColors(rtf, text);
  else if (target === "field") rtf.field += text;
  else if (target !== "body") rtf.written += text;
  else if (isDeleted) return;
  else if (isVisible(rtf)) rtf.collector.say(text);
  else rtf.hidden.push(text);
}

/** Each colour of the table ends with a semicolon. */
function endColors({ colors }: InterpreterState, text: string) {
  for (const sign of text) if (sign === ";" && colors.length < mostColors) colors.push([0, 0, 0]);
}

const mostColors = 1_000;

/** A box may have a colour of its own, so white words in it may show. */
function isVisible({ state, paragraph, colors, outer, ...rtf }: InterpreterState): boolean {
  if (state.isHidden || isTooLow(state.size / 2)) return false;
  const isOnGround =
    state.isShaded ||
    paragraph.isShaded ||
    (paragraph.isInTable && rtf.isRowShaded) ||
    rtf.isPageShaded ||
    outer.some(({ kind }) => kind === "box");
  return isOnGround || state.color === 0 || !isWhite(colors[state.color] ?? [0, 0, 0]);
}

export function endParagraph(rtf: InterpreterState) {
  flush(rtf);
  rtf.collector.endParagraph(rtf.paragraph.isInTable, paragraphRole(rtf));
  rtf.paragraph.label = "";
}

function paragraphRole({
  paragraph,
  styles,
}: InterpreterState): Pick<BlockInput, "kind" | "level"> {
  const name = styles.get(paragraph.style) ?? "";
  if (/^(title|titel|titre)$/i.test(name)) return { kind: "title" };
  const [, level] = /^(?:heading|überschrift|titre|título)\s?(\d)/i.exec(name) ?? [];
  if (level) return { kind: "heading", level: Math.min(6, Math.max(1, Number(level))) };
  if (paragraph.outline < 9) return { kind: "heading", level: Math.min(6, paragraph.outline + 1) };
  return paragraph.label === ""
    ? { kind: "paragraph" }
    : { kind: "list-item", level: paragraph.level + 1 };
}

/** Collects the text up to the end of the group for a note, a box or a margin, not for the body. */
export function openCollector(rtf: InterpreterState, kind: CollectorKind) {
  flush(rtf);
  const { collector, paragraph, stack } = rtf;
  rtf.outer.push({ collector, paragraph, depth: stack.length, kind });
  rtf.collector = createContentCollector();
  rtf.paragraph = { ...plainParagraph };
  rtf.state.target = "body";
}

export function closeCollector(rtf: InterpreterState) {
  const closed = rtf.outer.pop();
  if (!closed) return;
  const found = rtf.collector.end(paragraphRole(rtf));
  rtf.collector = closed.collector;
  rtf.paragraph = closed.paragraph;
  const { kind } = closed;
  if (kind === "box") {
    for (const item of found) rtf.collector.hang(item);
    return;
  }
  const rich = asOne(found, kind === "footnote" ? " " : "\n");
  if (rich.text.trim() === "") return;
  if (kind === "footnote")
    rtf.collector.hang({ kind, ...joinRich([plain(`[${rtf.notes}] `), rich]) });
  else if (kind === "comment")
    rtf.collector.hang({
      kind,
      ...joinRich([plain(rtf.author ? `${rtf.author}: ` : ""), rich]),
    });
  else rtf.margins[kind].push({ kind, ...rich });
}

function asOne(items: ContentItem[], separator: string): RichText {
  return joinRich(
    items.flatMap((item) => {
      if (item.kind === "table") return [plain(item.cells.map(({ text }) => text).join(" "))];
      return "text" in item && item.text.trim() !== ""
        ? [{ text: item.text, links: item.links ?? [] }]
        : [];
    }),
    separator,
  );
}

/** Returns all items that were read, with headers before and footers after them, each once. */
export function finish(rtf: InterpreterState): ContentItem[] {
  flush(rtf);
  while (rtf.outer.length > 0) closeCollector(rtf);
  const { header, footer } = rtf.margins;
  return [...once(header), ...rtf.collector.end(paragraphRole(rtf)), ...once(footer)];
}

function once(items: ContentItem[]): ContentItem[] {
  const said = new Set<string>();
  return items.filter((item) => {
    const text = "text" in item ? item.text.trim() : "";
    return !said.has(text) && said.add(text);
  });
}
