import type { ContentItem } from "../content-item";
import { beginGroup, endGroup } from "./groups";
import {
  closeCollector,
  createInterpreterState,
  finish,
  flush,
  type InterpreterState,
} from "./interpreter-state";
import { type RtfToken, rtfTokens } from "./tokens";
import { controlWord } from "./words";

export type RtfRead = Pick<
  InterpreterState,
  "metadata" | "inserted" | "deleted" | "embedded" | "hidden"
> & {
  items: ContentItem[];
};

/** Interprets the tokens in one pass, so that time and memory grow only in proportion to the file. */
export function interpretRtf(bytes: Buffer): RtfRead {
  const rtf = createInterpreterState();
  // A replacement for programs without Unicode follows each character that is written as a number.
  let skip = 0;
  let isFresh = false;
  let isStarred = false;
  for (const token of rtfTokens(bytes)) {
    if (token.kind === "word" && token.name === "*") {
      isStarred = true;
      continue;
    }
    if (token.kind === "open") open(rtf);
    else if (token.kind === "close") close(rtf);
    else if (token.kind === "byte") {
      if (skip === 0) rtf.pending.push(token.value);
    } else if (token.kind === "text") addText(rtf, token.bytes, skip);
    else if (skip === 0 || token.name === "u") {
      if (!isFresh || !beginGroup(rtf, token.name, isStarred))
        controlWord(rtf, token.name, token.value);
    }
    skip = skipAfter(token, skip, rtf);
    isFresh = token.kind === "open";
    isStarred = false;
  }
  const items = finish(rtf);
  const { metadata, inserted, deleted, embedded, hidden } = rtf;
  return { items, metadata, inserted, deleted, embedded, hidden };
}

function skipAfter(token: RtfToken, skip: number, { state }: InterpreterState): number {
  if (token.kind === "open" || token.kind === "close") return 0;
  if (token.kind === "word" && token.name === "u") return state.skipAfterUnicode;
  return Math.max(0, skip - (token.kind === "text" ? token.bytes.length : 1));
}

function addText({ pending }: InterpreterState, bytes: Buffer, skip: number) {
  for (const byte of bytes.subarray(Math.min(skip, bytes.length)))
    if (byte !== 0) pending.push(byte);
}

function open(rtf: InterpreterState) {
  flush(rtf);
  rtf.stack.push(rtf.state);
  rtf.state = { ...rtf.state, group: "", fieldStart: rtf.collector.length };
}

function close(rtf: InterpreterState) {
  flush(rtf);
  if (rtf.stack.length === 0) return;
  endGroup(rtf);
  if (rtf.outer.at(-1)?.depth === rtf.stack.length) closeCollector(rtf);
  rtf.state = rtf.stack.pop() ?? rtf.state;
}
