import type { Span } from "../place";

/** More places than these are not counted. */
export const MOST_HITS = 1000;

type Folded = { text: string; at: Uint32Array };

/** Returns the places of words in a text, in order: blanks, case and accents count as equal. */
export function findWords(folded: Folded, words: string): Span[] {
  const wanted = fold(words.trim()).text;
  const hits: Span[] = [];
  if (wanted === "") return hits;
  let from = folded.text.indexOf(wanted);
  while (from >= 0 && hits.length < MOST_HITS) {
    const end = from + wanted.length;
    hits.push([folded.at[from] ?? 0, (folded.at[end - 1] ?? 0) + 1]);
    from = folded.text.indexOf(wanted, end);
  }
  return hits;
}

/** Returns a text without case, accents and double blanks, with the place of each of its letters in the text. */
export function fold(text: string): Folded {
  const letters: string[] = [];
  const at: number[] = [];
  let isBlank = false;
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charAt(place);
    if (/\s/.test(letter)) {
      if (!isBlank) {
        letters.push(" ");
        at.push(place);
      }
      isBlank = true;
      continue;
    }
    isBlank = false;
    const plain = letter < "\u0080" ? letter.toLowerCase() : plainOf(letter);
    for (const part of plain) {
      letters.push(part);
      at.push(place);
    }
  }
  return { text: letters.join(""), at: Uint32Array.from(at) };
}

function plainOf(letter: string): string {
  // Half of a letter of two code units cannot be taken apart.
  if (/[\ud800-\udfff]/.test(letter)) return letter;
  const bare = letter.normalize("NFKD").replace(/\p{M}/gu, "");
  return (bare === "" ? "" : bare).toLowerCase();
}
