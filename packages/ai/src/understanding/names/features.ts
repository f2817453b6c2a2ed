import { hasCapital } from "./candidates";
import { type KnownNames, nameLists } from "./known-names";
import { listsOf } from "./lists";
import { isShouted } from "./shouted";
import type { Word } from "./words";

const LONGEST_KNOWN = 5;

/**
 * Returns the features of each word of the stretches of a sentence: itself, its form, its neighbours and its lists. The words around the
 * stretch are features, too.
 */
export function features(
  sentence: readonly Word[],
  stretches: readonly (readonly [number, number])[],
  known: KnownNames,
): string[][] {
  const lower = sentence.map(({ text }) => text.toLowerCase());
  const forms = sentence.map(({ text }) => formOf(text));
  const lists = sentence.map(({ text }) => (hasCapital(text) ? listsOf(text) : []));
  const isLoud = isShouted(sentence);
  const at = (list: readonly string[], index: number) =>
    list[index] ?? (index < 0 ? "<s>" : "</s>");

  return stretches.flatMap(([from, to]) => {
    const marks = knownMarks(lower, from, to, known);
    return Array.from({ length: to - from }, (_, step) => {
      const index = from + step;
      const word = at(lower, index);
      const form = at(forms, index);
      const before = at(lower, index - 1);
      const after = at(lower, index + 1);
      const formBefore = at(forms, index - 1);
      const formAfter = at(forms, index + 1);
      const all = [
        "bias",
        `w=${word}`,
        `f=${form}`,
        `p2=${word.slice(0, 2)}`,
        `p3=${word.slice(0, 3)}`,
        `p4=${word.slice(0, 4)}`,
        `s2=${word.slice(-2)}`,
        `s3=${word.slice(-3)}`,
        `s4=${word.slice(-4)}`,
        `b=${before}`,
        `a=${after}`,
        `b2=${at(lower, index - 2)}`,
        `a2=${at(lower, index + 2)}`,
        `bb=${at(lower, index - 2)} ${before}`,
        `aa=${after} ${at(lower, index + 2)}`,
        `bff=${formBefore} ${form}`,
        `faf=${form} ${formAfter}`,
        `bfaf=${formBefore} ${form} ${formAfter}`,
        `bw=${before} ${word}`,
        `wa=${word} ${after}`,
        `l=${at(lower, from - 1)}`,
        `r=${at(lower, to)}`,
        `ll=${at(lower, from - 2)} ${at(lower, from - 1)}`,
        `rr=${at(lower, to)} ${at(lower, to + 1)}`,
        `n=${Math.min(6, to - from)} ${Math.min(5, step)}`,
        `e=${Math.min(4, to - index)}`,
        ...(marks[step] ?? []),
      ];
      if (index === 0) all.push("first", `first ${form}`, `first ${word}`);
      if (from === 0) all.push("in first");
      if (isLoud) all.push("shouted", `shouted ${before}`, `shouted ${after}`);
      if (form === "A" && !isLoud) all.push(`capitals ${Math.min(6, word.length)}`);
      for (const offset of [-2, -1, 0, 1, 2])
        for (const list of lists[index + offset] ?? []) all.push(`${list}${offset}`);
      for (let later = index + 1; later < Math.min(to, index + 6); later++)
        for (const list of lists[later] ?? []) all.push(`later ${list}`);
      for (let earlier = Math.max(from, index - 4); earlier < index; earlier++)
        for (const list of lists[earlier] ?? []) all.push(`earlier ${list}`);
      return all;
    });
  });
}

/** Marks words that lists of names know, alone and with their neighbours. */
function knownMarks(
  lower: readonly string[],
  from: number,
  to: number,
  known: KnownNames,
): string[][] {
  const single = lower.slice(from, to).map((word) => known(word));
  const marks = single.map((bits, step) => {
    const found: string[] = [];
    for (const offset of [-2, -1, 0, 1, 2])
      for (const name of namesOf(single[step + offset] ?? 0)) found.push(`k${offset}=${name}`);
    if (bits)
      found.push(
        `km=${bits}`,
        `kmn=${bits} ${single[step + 1] ?? ""}`,
        `kmb=${single[step - 1] ?? ""} ${bits}`,
      );
    return found;
  });
  for (let start = from; start < to; start++)
    for (let size = Math.min(LONGEST_KNOWN, to - start); size >= 2; size--) {
      const bits = known(lower.slice(start, start + size).join(" "));
      if (bits === 0) continue;
      for (let index = start; index < start + size; index++) {
        const place = index === start ? "B" : index === start + size - 1 ? "E" : "I";
        for (const name of namesOf(bits)) marks[index - from]?.push(`kk=${place} ${name}`);
      }
      break;
    }
  return marks;
}

function namesOf(bits: number): string[] {
  return nameLists.filter((_, bit) => bits & (1 << bit));
}

/** Returns the form of a word, with one letter for each run: "Smith" is Aa, "IBM" A, "B.V." A.A., "2024" 0. */
function formOf(word: string): string {
  return word
    .replace(/\p{Lu}+/gu, "A")
    .replace(/\p{Ll}+/gu, "a")
    .replace(/\p{L}+/gu, "x")
    .replace(/\d+/g, "0");
}
