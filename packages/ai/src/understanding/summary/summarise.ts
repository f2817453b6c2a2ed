import type { Span, Understanding } from "../ai";
import type { DocumentView, Sentence } from "./document-view";
import { centroid, dot } from "./vectors";

const SENTENCES = 3;
const LONGEST = 420;
/** The share of a sentence's worth that is lost if it repeats a sentence that was already taken. */
const REDUNDANCY = 0.5;

/** Blocks that are no sentences of the document's own prose. */
const beside = /^(table|header|footer|title|heading|caption|code|formula)$/;

/**
 * Returns the three sentences that are closest to all others. Prefers early ones and skips repetitions. Prefers prose to tables, and the rows
 * of a table to its head. Takes no sentence that the document quotes, unless it has no sentence of its own.
 */
export function summarise(view: DocumentView): Understanding["summary"] {
  const { document, embedded: all } = view;
  const spansOf = (isOne: (kind: string) => boolean) =>
    document.blocks.filter(({ kind }) => isOne(kind)).map(({ span }) => span);
  const quoted = spansOf((kind) => kind === "quotation");
  const isOwn = ({ span }: Sentence) => !isIn(span, quoted);
  const isProse = outside(spansOf((kind) => beside.test(kind)));
  const own = all.filter(isOwn);
  if (own.length === 0 && quoted.length > 0) {
    const short = view.sentences.filter((each) => isOwn(each) && isProse(each) && ended(each));
    if (short.length > 0) return short.slice(0, SENTENCES).map(shown);
  }
  const heads = spansOf((kind) => kind === "table").map((span) => headOf(document.text, span));
  const embedded =
    [own.filter(isProse), own.filter(outside(heads)), own].find(({ length }) => length > 0) ?? all;
  const readable = embedded.filter(
    (sentence) => sentence.text.length <= LONGEST && ended(sentence),
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
    .map(shown);
}

function shown({ text, span }: Sentence): Understanding["summary"][number] {
  return { text: text.replace(/\s+/g, " "), evidence: [span] };
}

function ended({ text }: Sentence): boolean {
  return /\p{L}{2}.*[.!?。！？]["'”’)]*$/su.test(text);
}

function outside(spans: readonly Span[]) {
  return ({ span }: Sentence): boolean => !isIn(span, spans);
}

function isIn([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span[0] < end && start < span[1]);
}

/** Returns the span of the first line of a table. */
function headOf(text: string, [start, end]: Span): Span {
  const line = text.indexOf("\n", start);
  return [start, line < 0 ? end : Math.min(line, end)];
}

type Candidate = { sentence: { vector: Float32Array } };

function likeness(candidate: Candidate, taken: readonly Candidate[]): number {
  return Math.max(
    0,
    ...taken.map((other) => dot(other.sentence.vector, candidate.sentence.vector)),
  );
}
