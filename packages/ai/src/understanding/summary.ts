import type { Understanding } from "../ai";
import type { DocumentView } from "./document-view";
import { centroid, dot } from "./vectors";

const SENTENCES = 3;
const LONGEST = 420;
/** The share of a sentence's worth that is lost if it repeats a sentence that was already taken. */
const REDUNDANCY = 0.5;

/**
 * Returns the three sentences that are closest to all others. Prefers early ones and skips repetitions. Takes none that the document quotes, unless
 * it has no others.
 */
export function summarise({ document, embedded: all }: DocumentView): Understanding["summary"] {
  const quotations = document.blocks.filter(({ kind }) => kind === "quotation");
  const own = all.filter(
    ({ span: [start, end] }) => !quotations.some(({ span }) => span[0] < end && start < span[1]),
  );
  const embedded = own.length > 0 ? own : all;
  const readable = embedded.filter(
    ({ text }) => text.length <= LONGEST && /[.!?。！？]["'”’)]*$/u.test(text),
  );
  const pool =
    readable.length >= SENTENCES ? readable : embedded.filter(({ text }) => text.length <= LONGEST);
  const middle = centroid(
    pool.map(({ vector }) => vector),
    pool[0]?.vector.length ?? 0,
  );

  const open = pool.map((sentence, index) => ({
    sentence,
    worth: dot(sentence.vector, middle) + 0.15 * (1 - index / Math.max(1, pool.length)),
  }));
  const taken: typeof open = [];
  while (taken.length < SENTENCES && open.length > 0) {
    const best = open
      .map((candidate) => ({
        candidate,
        value: candidate.worth - REDUNDANCY * likeness(candidate, taken),
      }))
      .reduce((a, b) => (b.value > a.value ? b : a)).candidate;
    taken.push(best);
    open.splice(open.indexOf(best), 1);
  }
  return taken
    .map(({ sentence }) => sentence)
    .sort((a, b) => a.position - b.position)
    .map(({ text, span }) => ({ text: text.replace(/\s+/g, " "), evidence: [span] }));
}

type Candidate = { sentence: { vector: Float32Array } };

function likeness(candidate: Candidate, taken: readonly Candidate[]): number {
  return Math.max(
    0,
    ...taken.map((other) => dot(other.sentence.vector, candidate.sentence.vector)),
  );
}
