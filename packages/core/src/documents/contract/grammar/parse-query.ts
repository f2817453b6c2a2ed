import type { Part, Query, Trouble } from "./query";
import { settle } from "./settle";
import { type Token, tokensOf } from "./tokens";

/** Brackets within more brackets than these are left out. */
const DEEPEST = 6;

type State = { text: string; tokens: Token[]; at: number; now: Date; troubles: Trouble[] };

/**
 * Reads a query. Parts side by side must all hold, OR joins its two neighbours, and a minus or NOT takes what follows out. Never throws: what
 * is not understood is named in `troubles`, and the rest holds.
 */
export function parseQuery(text: string, { now }: { now: Date }): Query {
  const state: State = { text, tokens: tokensOf(text), at: 0, now, troubles: [] };
  const parts: Part[] = [];
  while (state.at < state.tokens.length) {
    parts.push(...readAll(state, 0));
    // A bracket that closes nothing.
    state.at += 1;
  }
  return { parts, troubles: state.troubles };
}

function readAll(state: State, depth: number): Part[] {
  const parts: Part[] = [];
  for (;;) {
    const kind = state.tokens[state.at]?.kind;
    if (kind === undefined || kind === "close") return parts;
    parts.push(...readAny(state, depth));
  }
}

/** Reads parts that OR joins. */
function readAny(state: State, depth: number): Part[] {
  const choices: Part[] = [];
  for (;;) {
    while (state.tokens[state.at]?.kind === "or") state.at += 1;
    const read = readOne(state, depth);
    if (state.tokens[state.at]?.kind !== "or" && choices.length === 0) return read;
    choices.push(...asOne(read).flatMap((part) => (part.kind === "any" ? part.of : [part])));
    if (state.tokens[state.at]?.kind !== "or") break;
  }
  if (choices.length > 1) return [{ kind: "any", of: choices }];
  return choices.flatMap(flat);
}

function readOne(state: State, depth: number): Part[] {
  const token = state.tokens[state.at];
  if (!token || token.kind === "close" || token.kind === "or") return [];
  state.at += 1;
  if (token.kind === "open") return readGroup(state, depth);
  if (token.kind === "minus")
    return asOne(readOne(state, depth)).flatMap((of): Part[] =>
      of.kind === "not" ? flat(of.of) : [{ kind: "not", of }],
    );
  if (token.kind !== "condition") return [{ kind: token.kind, text: token.text }];
  const text = state.text.slice(token.start, token.end);
  const { parts, trouble } = settle({ ...token, text }, state.now);
  if (trouble) state.troubles.push(trouble);
  return parts;
}

function readGroup(state: State, depth: number): Part[] {
  if (depth >= DEEPEST) return [];
  const parts = readAll(state, depth + 1);
  if (state.tokens[state.at]?.kind === "close") state.at += 1;
  return parts;
}

function flat(part: Part): Part[] {
  return part.kind === "all" ? part.of : [part];
}

function asOne(parts: Part[]): Part[] {
  return parts.length > 1 ? [{ kind: "all", of: parts }] : parts;
}
