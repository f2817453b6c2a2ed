import type { Detail } from "../detail";
import { type FoldedWord, foldedWords } from "./folded-words";
import type { Needle } from "./group-names";
import { isSmall } from "./told-names";

/** The signs between the words of a name: blanks, a line's end, those of "Kovács, Anna", "anna_kovacs", "anna.kovacs", "O'Neill". */
const between = /^(?:[\s\-‐–,'’_/·+]{0,4}|\.)$/u;
const behindInitial = /^\.?[\s-]{0,2}$/;
const endings = new Set(
  "s es n en ns ens nak nek val vel csal csel sal sel zal zel t ot et at hoz hez ra re rol tol tel ban ben ek em om ovi owi ou ova owa ego iego".split(
    " ",
  ),
);
const LEAST_WITH_ENDING = 4;

/** Finds all places where a text has one of the names, in any case, with the endings that languages give to names. */
export function findNeedles(text: string, needles: readonly Needle[]): Detail[] {
  const { words, joined } = foldedWords(text);
  const first = new Map<string, Needle[]>();
  for (const needle of needles) {
    const start = needle.words[0] ?? "";
    first.set(start, [...(first.get(start) ?? []), needle]);
  }
  for (const own of first.values()) own.sort((a, b) => b.words.length - a.words.length);
  const mayBeSmall = isSmall(text);
  const found: Detail[] = [];
  for (let at = 0; at < words.length; ) {
    const match = matchAt(at);
    if (match) found.push(match.detail);
    at = match ? match.next : at + 1;
  }
  return found;

  function matchAt(at: number) {
    for (const start of [joined.get(at), words[at]]) {
      if (!start) continue;
      for (const needle of candidatesFor(start.folded)) {
        const next = follow(needle.words, at);
        if (next === null) continue;
        const last = words[next - 1];
        if (!last || (needle.isPart && !isName(start))) continue;
        const { kind, group } = needle;
        return { detail: { kind, group, start: start.start, end: last.end }, next };
      }
    }
    return null;
  }

  function candidatesFor(folded: string): Needle[] {
    const own = first.get(folded) ?? [];
    // A name of one word may have an ending here.
    const longer = stems(folded).flatMap((stem) =>
      (first.get(stem) ?? []).filter((needle) => needle.words.length === 1),
    );
    return [...own, ...longer];
  }

  /** Returns the index behind the words of a needle that stand from `at` on; null if they do not. */
  function follow(wanted: readonly string[], at: number): number | null {
    let index = at;
    for (const [nth, each] of wanted.entries()) {
      const [own, pair] = [words[index], joined.get(index)];
      const before = words[index - 1];
      if (nth > 0 && !(own && before && isNear(before, own))) return null;
      const isLast = nth === wanted.length - 1;
      if (own && isSame(own.folded, each, isLast)) index += 1;
      else if (pair && isSame(pair.folded, each, isLast)) index += 2;
      else return null;
    }
    return index;
  }

  function isNear(before: FoldedWord, next: FoldedWord): boolean {
    const gap = text.slice(before.end, next.start);
    return between.test(gap) || (before.folded.length === 1 && behindInitial.test(gap));
  }

  /** A single name is written with a capital, except in file names and where all is in small letters. */
  function isName({ isCapital, start, end }: FoldedWord): boolean {
    if (isCapital || mayBeSmall) return true;
    return (
      /[_@/\d]$|[\p{L}\d][-.]$/u.test(text.slice(0, start).slice(-2)) ||
      /^(?:[_@/\d]|[-.][\p{L}\d])/u.test(text.slice(end, end + 2))
    );
  }
}

function isSame(written: string, wanted: string, mayEnd: boolean): boolean {
  return written === wanted || (mayEnd && stems(written).includes(wanted));
}

function stems(word: string): string[] {
  return [1, 2, 3, 4]
    .filter(
      (length) => word.length - length >= LEAST_WITH_ENDING && endings.has(word.slice(-length)),
    )
    .map((length) => word.slice(0, -length));
}
