import type { Piece } from "../add-content-items";
import { beginGroup, endGroup } from "./groups";
import { closeSink, createMachine, finish, flush, type Machine } from "./interpreter-state";
import { type RtfToken, rtfTokens } from "./tokens";
import { controlWord } from "./words";

export type RtfRead = Pick<Machine, "metadata" | "inserted" | "deleted" | "embedded"> & {
  pieces: Piece[];
};

/** One pass over the tokens; time and memory grow with the file alone. */
export function interpretRtf(bytes: Buffer): RtfRead {
  const machine = createMachine();
  // Signs for those who know no Unicode follow each sign that is told by its number.
  let skip = 0;
  let isFresh = false;
  let isStarred = false;
  for (const token of rtfTokens(bytes)) {
    if (token.kind === "word" && token.name === "*") {
      isStarred = true;
      continue;
    }
    if (token.kind === "open") open(machine);
    else if (token.kind === "close") close(machine);
    else if (token.kind === "byte") {
      if (skip === 0) machine.pending.push(token.value);
    } else if (token.kind === "text") addText(machine, token.bytes, skip);
    else if (skip === 0 || token.name === "u") {
      if (!isFresh || !beginGroup(machine, token.name, isStarred))
        controlWord(machine, token.name, token.value);
    }
    skip = skipAfter(token, skip, machine);
    isFresh = token.kind === "open";
    isStarred = false;
  }
  const pieces = finish(machine);
  const { metadata, inserted, deleted, embedded } = machine;
  return { pieces, metadata, inserted, deleted, embedded };
}

function skipAfter(token: RtfToken, skip: number, { state }: Machine): number {
  if (token.kind === "open" || token.kind === "close") return 0;
  if (token.kind === "word" && token.name === "u") return state.skipAfterUnicode;
  return Math.max(0, skip - (token.kind === "text" ? token.bytes.length : 1));
}

function addText({ pending }: Machine, bytes: Buffer, skip: number) {
  for (const byte of bytes.subarray(Math.min(skip, bytes.length)))
    if (byte !== 0) pending.push(byte);
}

function open(machine: Machine) {
  flush(machine);
  machine.stack.push(machine.state);
  machine.state = { ...machine.state, group: "", fieldStart: machine.sink.length };
}

function close(machine: Machine) {
  flush(machine);
  if (machine.stack.length === 0) return;
  endGroup(machine);
  if (machine.outer.at(-1)?.depth === machine.stack.length) closeSink(machine);
  machine.state = machine.stack.pop() ?? machine.state;
}
