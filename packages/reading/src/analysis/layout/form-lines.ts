import { medianOf, type Segment } from "./page-geometry";
import type { PlacedWord } from "./placed-word";

/** The least space between a label and its value, in sizes of their type. */
const GAP = 1.2;
/** Values of one column begin no further from one another, in sizes of their type. */
const NEAR = 0.5;
/** The least share of the lines of a form that have a value. */
const LEAST_SHARE = 0.6;

type Line = Pick<Segment, "words" | "size">;

/**
 * Returns the words that begin a line of a form, or a value beside its label, with the line end or tab before them. A form is a paragraph of
 * lines with a label at the left and a value after a wide gap. Its values are below one another. Empty if the lines are no form.
 */
export function formBreaks(lines: readonly Line[]): Map<PlacedWord, "\n" | "\t"> {
  const breaks = new Map<PlacedWord, "\n" | "\t">();
  const values = lines.map(wordOfValue);
  const own = values.flatMap((word) => (word ? [word] : []));
  if (own.length < 2 || own.length < LEAST_SHARE * lines.length) return breaks;
  const column = medianOf(own.map(({ at }) => at[0]));
  const isInColumn = ({ at, size }: PlacedWord) => Math.abs(at[0] - column) < NEAR * size;
  if (own.filter(isInColumn).length < Math.max(2, LEAST_SHARE * lines.length)) return breaks;
  for (const [index, { words }] of lines.entries()) {
    const [first] = words;
    const value = values[index];
    // A line that begins in the column of the values goes on with the value above it.
    if (first && index > 0 && !isInColumn(first)) breaks.set(first, "\n");
    if (value && isInColumn(value)) breaks.set(value, "\t");
  }
  return breaks;
}

/** Returns the first word after the widest gap of a line, if that is as wide as one before a value. */
function wordOfValue({ words }: Line): PlacedWord | null {
  let [widest, found]: [number, PlacedWord | null] = [0, null];
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (!before) continue;
    const gap = word.at[0] - before.at[0] - before.at[2];
    if (gap > widest) [widest, found] = [gap, word];
  }
  return found && widest >= GAP * found.size ? found : null;
}
