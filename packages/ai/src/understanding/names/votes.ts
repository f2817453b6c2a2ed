import { namedKinds } from "@besunny/document-model/statements/entity-key";
import { LABELS, type NameSpan } from "./labels";

const LONGEST = 6;
const BONUS = 2;
const LEAST_SURE = 0.5;
/** The weight of a first or last name alone, if a full name with it is elsewhere. */
const PART = 0.7;

export type Vote = { name: NameSpan; confidence: number };
/** For each name of a document, in lower case, how much speaks for each kind. */
export type Votes = ReadonlyMap<string, Float32Array>;

/** Collects what the names of a document say about each other: a name that is clear in one sentence may be unclear in the next. */
export function votesOf(found: Iterable<{ words: readonly string[] } & Vote>): Votes {
  const votes = new Map<string, Float32Array>();
  const add = (name: string, kind: number, amount: number) => {
    const own = votes.get(name) ?? new Float32Array(namedKinds.length);
    own[kind] = (own[kind] ?? 0) + amount;
    votes.set(name, own);
  };
  for (const { words, name, confidence } of found) {
    if (confidence < LEAST_SURE) continue;
    const kind = namedKinds.indexOf(name.kind);
    const own = words.slice(name.from, name.to);
    add(own.join(" "), kind, confidence);
    if (name.kind === "person" && own.length >= 2) {
      add(own.at(-1) ?? "", kind, confidence * PART);
      add(own[0] ?? "", kind, confidence * PART);
    }
  }
  return votes;
}

/** Adds to the scores of a stretch what the rest of the document says about the same words. */
export function withVotes(
  scores: Float32Array,
  words: readonly string[],
  [from, to]: readonly [number, number],
  votes: Votes,
): Float32Array {
  const changed = scores.slice();
  const perKind = (LABELS - 1) / namedKinds.length;
  for (let start = from; start < to; start++)
    for (let size = Math.min(LONGEST, to - start); size >= 1; size--) {
      const own = votes.get(words.slice(start, start + size).join(" "));
      if (!own) continue;
      const total = own.reduce((sum, amount) => sum + amount, 0);
      for (let index = start; index < start + size; index++)
        for (let kind = 0; kind < namedKinds.length; kind++) {
          const bonus = (BONUS * (own[kind] ?? 0)) / (total + 1);
          for (let place = 0; place < perKind; place++) {
            const at = (index - from) * LABELS + 1 + kind * perKind + place;
            changed[at] = (changed[at] ?? 0) + bonus;
          }
        }
      start += size - 1;
      break;
    }
  return changed;
}
