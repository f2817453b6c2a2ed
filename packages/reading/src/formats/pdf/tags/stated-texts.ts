import { shareOfLine, unionOf } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";
import type { TaggedPage } from "./tagged-blocks";

const longestText = 300;

/**
 * Puts the texts that the tags state (`ActualText`) in place of the letters that are drawn. Leaves letters on several lines, and those that say
 * the text already.
 */
export function withStatedTexts(
  words: PlacedWord[],
  { actualTexts }: Pick<TaggedPage, "actualTexts">,
): PlacedWord[] {
  const replaced = new Map<PlacedWord, PlacedWord[]>();
  for (const { contents, text } of actualTexts) {
    const marks = new Set(contents);
    const own = words.filter(({ mark }) => mark !== undefined && marks.has(mark));
    const [first, ...rest] = own;
    if (!first || text.length > longestText || says(own, text) || !areOnOneLine(own)) continue;
    for (const word of rest) replaced.set(word, []);
    replaced.set(first, laidOut(first, own, text.split(" ")));
  }
  return replaced.size === 0 ? words : words.flatMap((word) => replaced.get(word) ?? [word]);
}

function says(words: PlacedWord[], text: string): boolean {
  const bare = (value: string) => value.replace(/[\s\u00ad\u2010-]+/g, "");
  const wanted = bare(text);
  return wanted === "" || bare(words.map((word) => word.text).join("")).includes(wanted);
}

function areOnOneLine([first, ...rest]: PlacedWord[]): boolean {
  return first !== undefined && rest.every(({ at }) => shareOfLine(first.at, at) > 0.3);
}

function laidOut(first: PlacedWord, own: PlacedWord[], texts: string[]): PlacedWord[] {
  const [box, at] = [unionOf(own.map((word) => word.box)), unionOf(own.map((word) => word.at))];
  const length = texts.reduce((sum, text) => sum + text.length + 1, -1);
  let start = 0;
  return texts.map((text, index): PlacedWord => {
    const [from, share] = [start / length, text.length / length];
    start += text.length + 1;
    return {
      ...first,
      text,
      isGlued: first.isGlued && index === 0,
      box: [box[0] + from * box[2], box[1], share * box[2], box[3]],
      at: [at[0] + from * at[2], at[1], share * at[2], at[3]],
    };
  });
}
