/** A piece of the engine's sentence: words, a moment that something happens at or lasts until, or a workspace. */
export type WaitingPart =
  | { kind: "words"; text: string }
  | { kind: "at" | "until"; at: Date }
  | { kind: "workspace"; id: string };

const told = /\b(at|until) (\d{4}-\d{2}-\d{2}T[\d:.]+Z)|\b(ws_[0-9a-f]{32})\b/g;

/** Splits a sentence at its moments and workspaces, so that the page can show these in words. */
export function waitingParts(sentence: string): WaitingPart[] {
  const parts: WaitingPart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(told)) {
    const [whole, word, moment, id] = match;
    if (match.index > end) parts.push({ kind: "words", text: sentence.slice(end, match.index) });
    if (id) parts.push({ kind: "workspace", id });
    else if (moment) parts.push({ kind: word === "at" ? "at" : "until", at: new Date(moment) });
    end = match.index + whole.length;
  }
  if (end < sentence.length) parts.push({ kind: "words", text: sentence.slice(end) });
  return parts;
}
