import type { SummaryLength } from "@besunny/document-model/statements/meeting-words";
import { isCourtesy, isDependent } from "../understanding/summary/openings";
import { fillerShare } from "../understanding/summary/readable";
import { centroid, dot } from "../understanding/vectors";
import type { MeetingTopic } from "./meeting";
import type { MeetingVectors } from "./meeting-vectors";
import type { MeetingView, Said } from "./meeting-view";
import { contentWords, wordsOf } from "./spoken";

const LEAST_WORDS = 8;
const MOST_WORDS = 55;
/** Sentences of a topic in the long summary, and words of a topic for each. */
const MOST_OF_TOPIC = 4;
const LEAST_SENTENCES = 5;
const WORDS_FOR_ONE = 350;
const SHORT = 3;
const REDUNDANCY = 0.6;
/** The most sentences of a topic that are compared. */
const MOST_COMPARED = 150;

/** The worth of a decision and of an action in a summary, beside the worth of its words. */
const DECIDED = 0.4;
const PROMISED = 0.15;

type Marks = { decided: ReadonlySet<Said>; promised: ReadonlySet<Said> };
type Candidate = { said: Said; topic: number; vector: Float32Array; worth: number };

/** Sentences of a summary, with the lengths that they belong to. */
export type Summarised = Record<SummaryLength, { said: Said; topic: number }[]>;

/**
 * Chooses sentences that together say what was talked about, from each topic its share, so that the whole meeting counts. `marked` are those that
 * hold decisions and actions. The short summary is part of the medium one, and this of the long one.
 */
export function summariseMeeting(
  view: MeetingView,
  {
    vectors,
    topics,
    ...marks
  }: { vectors: MeetingVectors; topics: readonly MeetingTopic[] } & Marks,
): Summarised {
  const common = wordCounts(view);
  const taken: Candidate[] = [];
  const least = Math.ceil(LEAST_SENTENCES / Math.max(1, topics.length));
  const perTopic = topics.map((topic, index) => {
    const chosen = choose(candidatesOf(view, topic, index, { vectors, common, ...marks }), {
      most: Math.max(least, shareOf(view, topic)),
      taken,
    });
    taken.push(...chosen);
    return chosen;
  });
  const long = perTopic.flat();
  const medium = perTopic.flatMap((chosen) => chosen.slice(0, Math.ceil(chosen.length / 2)));
  const firsts = perTopic.flatMap((chosen, index) => {
    const [first] = chosen;
    const { firstTurn, lastTurn } = topics[index] ?? { firstTurn: 0, lastTurn: 0 };
    const isDecision = first !== undefined && marks.decided.has(first.said);
    return first ? [{ first, isDecision, size: lastTurn - firstTurn }] : [];
  });
  const most = firsts
    .sort((a, b) => Number(b.isDecision) - Number(a.isDecision) || b.size - a.size)
    .map(({ first }) => first);
  const short = [...most, ...medium.filter((each) => !most.includes(each))].slice(0, SHORT);
  return { short: inOrder(short), medium: inOrder(medium), long: inOrder(long) };
}

function inOrder(chosen: readonly Candidate[]): { said: Said; topic: number }[] {
  return chosen
    .toSorted((a, b) => a.said.at - b.said.at)
    .map(({ said, topic }) => ({ said, topic }));
}

function shareOf(view: MeetingView, { firstTurn, lastTurn }: MeetingTopic): number {
  const words = view.sentences
    .filter(({ turn }) => turn.number >= firstTurn && turn.number <= lastTurn)
    .reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  return Math.max(1, Math.min(MOST_OF_TOPIC, Math.round(words / WORDS_FOR_ONE)));
}

function candidatesOf(
  view: MeetingView,
  { firstTurn, lastTurn }: MeetingTopic,
  topic: number,
  {
    vectors,
    common,
    decided,
    promised,
  }: { vectors: MeetingVectors; common: (text: string) => number } & Marks,
): Candidate[] {
  const pool = view.sentences.filter(
    ({ turn }) => turn.number >= firstTurn && turn.number <= lastTurn,
  );
  const readable = pool.filter(isReadable);
  const chosen = (readable.length > 0 ? readable : pool)
    .toSorted((a, b) => contentWords(b.text).length - contentWords(a.text).length)
    .slice(0, MOST_COMPARED);
  const vectored = chosen.flatMap((said) => {
    const vector = vectors.vectorOf(said.span);
    return vector ? [{ said, vector }] : [];
  });
  const middle = centroid(
    vectored.map(({ vector }) => vector),
    vectored[0]?.vector.length ?? 0,
  );
  return vectored.map(({ said, vector }) => ({
    said,
    topic,
    vector,
    worth:
      dot(vector, middle) +
      0.6 * common(said.text) +
      (decided.has(said) ? DECIDED : promised.has(said) ? PROMISED : 0) +
      0.2 * Math.min(1, wordsOf(said.text).length / 22) -
      1.5 * fillerShare(said.text) -
      (isDependent(said.text) ? 0.1 : 0),
  }));
}

function choose(
  open: readonly Candidate[],
  { most, taken }: { most: number; taken: readonly Candidate[] },
): Candidate[] {
  const chosen: Candidate[] = [];
  while (chosen.length < most && chosen.length < open.length) {
    const before = [...taken, ...chosen];
    const value = (each: Candidate) =>
      each.worth -
      REDUNDANCY * Math.max(0, ...before.map(({ vector }) => dot(vector, each.vector)));
    const left = open.filter((each) => !chosen.includes(each));
    const best = left
      .map((each) => ({ each, value: value(each) }))
      .reduce((a, b) => (b.value > a.value ? b : a));
    chosen.push(best.each);
  }
  return chosen;
}

function isReadable({ text }: Said): boolean {
  const words = wordsOf(text).length;
  return (
    words >= LEAST_WORDS &&
    words <= MOST_WORDS &&
    /[.!…]$/.test(text) &&
    !isCourtesy(text) &&
    contentWords(text).length >= 4
  );
}

/** Returns how much a sentence holds of the words that the whole meeting is about, from 0 to 1. */
function wordCounts({ sentences }: MeetingView): (text: string) => number {
  const counts = new Map<string, number>();
  for (const { text } of sentences)
    for (const word of new Set(contentWords(text)))
      if (word.length > 3) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.log1p(Math.max(1, ...counts.values()));
  return (text) => {
    const words = [...new Set(contentWords(text))].filter((word) => word.length > 3);
    const sum = words.reduce((total, word) => total + Math.log1p(counts.get(word) ?? 0) / most, 0);
    return sum / Math.max(10, words.length);
  };
}
