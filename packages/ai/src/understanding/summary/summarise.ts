import type { Understanding } from "../../ai";
import type { DocumentView, Sentence } from "../document-view";
import { centroid, dot } from "../vectors";
import { isDependent } from "./openings";
import { fillerShare, isEnded, isIn, isItem, isReadable, placesOf } from "./readable";

const MOST_SENTENCES = 5;
const SHORT_SENTENCES = 2;
const LEAST_SENTENCES = 3;
/** The most sentences that are compared with all others. */
const MOST_COMPARED = 400;
/** The share of a sentence's worth that is lost if it repeats a sentence that was already taken. */
const REDUNDANCY = 0.5;
/** A summary has one sentence for so many of the document. */
const SENTENCES_FOR_ONE = 3;

type Candidate = { at: number; sentence: Sentence; vector: Float32Array; worth: number };
type Summary = Understanding["summary"];

/**
 * Returns three to five whole sentences in reading order that together say what the document says. One or two have `isShort`: they are the short
 * form. Takes sentences of the document's own prose that can be read by themselves. One that refers to the sentence before it is taken only
 * together with that. Without such prose, takes rows of tables, and last of all words that the document quotes.
 */
export function summarise(view: DocumentView, code: string | null): Summary {
  const { document, sentences } = view;
  const places = placesOf(document);
  const isOwn = ({ span }: Sentence) => !isIn(span, places.quoted);
  const isProse = ({ span }: Sentence) => !isIn(span, places.beside);
  const isRow = ({ span }: Sentence) => !isIn(span, places.heads);
  const own = sentences.filter(isOwn);

  const readable = (sentence: Sentence) => isReadable(sentence, code);
  const pools = [
    own.filter((each) => isProse(each) && readable(each) && !isItem(each)),
    own.filter((each) => isProse(each) && readable(each)),
    places.quoted.length > 0 ? own.filter((each) => isProse(each) && isEnded(each.text)) : [],
    own.filter((each) => isRow(each) && readable(each)),
    sentences.filter(readable),
  ];
  const enough = Math.min(LEAST_SENTENCES, pools[1]?.length ?? 0);
  const pool = pools.find(({ length }) => length > 0 && length >= enough) ?? [];
  if (pool.length === 0) return [];
  return chosen(candidates(pool, view), pool.length);
}

/** Returns a selection of the sentences with their vectors and with their worth as a part of a summary. */
function candidates(pool: readonly Sentence[], view: DocumentView): Candidate[] {
  const place = new Map(view.sentences.map((sentence, at) => [sentence, at]));
  const vectored = thinned(pool).flatMap((sentence) => {
    const vector = view.vectorOf(sentence.span);
    return vector ? [{ sentence, vector, at: place.get(sentence) ?? 0 }] : [];
  });
  const middle = centroid(
    vectored.map(({ vector }) => vector),
    vectored[0]?.vector.length ?? 0,
  );
  const weigh = wordWeights(pool);
  return vectored.map((each, index) => ({
    ...each,
    worth:
      dot(each.vector, middle) +
      0.3 * weigh(each.sentence.text) +
      0.15 * (1 - index / Math.max(1, vectored.length)) +
      0.15 * Math.exp(-index / 2) +
      0.2 * lengthWorth(each.sentence.text) -
      2 * fillerShare(each.sentence.text) -
      (/\?["'”’)]*$/.test(each.sentence.text) ? 0.2 : 0),
  }));
}

/** Takes the best first, each with the sentence that it refers to. */
function chosen(all: readonly Candidate[], sentences: number): Summary {
  const most = Math.min(
    MOST_SENTENCES,
    Math.max(LEAST_SENTENCES, Math.ceil(sentences / SENTENCES_FOR_ONE)),
  );
  const byPlace = new Map(all.map((each) => [each.at, each]));
  const taken: Candidate[] = [];
  const short: Candidate[] = [];
  const open = [...all];
  while (taken.length < most && open.length > 0) {
    const best = open
      .map((each) => ({ each, value: each.worth - REDUNDANCY * likeness(each, taken) }))
      .reduce((a, b) => (b.value > a.value ? b : a)).each;
    open.splice(open.indexOf(best), 1);
    const group = withContext(best, byPlace)?.filter((each) => !taken.includes(each));
    if (!group || taken.length + group.length > most) continue;
    taken.push(...group);
    if (short.length + group.length <= SHORT_SENTENCES) short.push(...group);
  }
  return taken
    .sort((a, b) => a.at - b.at)
    .map((each) => ({ ...shown(each.sentence), ...(short.includes(each) && { isShort: true }) }));
}

/** Returns a sentence with the one before it if it refers to that. Null if that is not there, or refers to another one in its turn. */
function withContext(one: Candidate, byPlace: ReadonlyMap<number, Candidate>): Candidate[] | null {
  if (!isDependent(one.sentence.text)) return [one];
  const before = byPlace.get(one.at - 1);
  const isBefore = before && one.sentence.span[0] - before.sentence.span[1] < 4;
  return isBefore && !isDependent(before.sentence.text) ? [before, one] : null;
}

/** Returns how common the content words of a sentence are in the whole text, from 0 to 1. */
function wordWeights(pool: readonly Sentence[]): (text: string) => number {
  const times = new Map<string, number>();
  for (const { text } of pool)
    for (const word of new Set(contentWords(text))) times.set(word, (times.get(word) ?? 0) + 1);
  const most = Math.log1p(Math.max(1, ...times.values()));
  return (text) => {
    const words = contentWords(text);
    const sum = words.reduce((total, word) => total + Math.log1p(times.get(word) ?? 0) / most, 0);
    return sum / Math.max(6, words.length);
  };
}

function contentWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
}

/** Sentences of 15 to 40 words say most. */
function lengthWorth(text: string): number {
  const words = text.split(/\s+/).length;
  return Math.min(1, words / 15) - Math.max(0, (words - 40) / 40);
}

function thinned(pool: readonly Sentence[]): readonly Sentence[] {
  if (pool.length <= MOST_COMPARED) return pool;
  return Array.from(
    { length: MOST_COMPARED },
    (_, at) => pool[Math.floor((at * pool.length) / MOST_COMPARED)],
  ).filter((each) => each !== undefined);
}

function shown({ text, span }: Sentence): Summary[number] {
  return { text: text.replace(/\s+/g, " "), evidence: [span] };
}

function likeness(one: Pick<Candidate, "vector">, taken: readonly Candidate[]): number {
  return Math.max(0, ...taken.map(({ vector }) => dot(vector, one.vector)));
}
