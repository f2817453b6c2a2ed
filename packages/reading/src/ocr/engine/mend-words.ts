import type { SeenLine, SeenWord } from "./engine";

/** Joins numbers that wide type splits, and drops the words that specks and rules were read as. */
export function mendWords({ box, words }: SeenLine): SeenLine {
  return { box, words: joinNumbers(words).filter(isMeant) };
}

/** Drops words of low confidence, which are mostly noise, and lone signs of medium confidence. */
function isMeant({ text, confidence }: SeenWord): boolean {
  return confidence >= 30 && (confidence >= 60 || /[\p{L}\p{N}]/u.test(text));
}

/** Joins numbers. In monospaced type there is a gap after a point or colon inside a number: "29. 70" and "12: 30". */
function joinNumbers(words: SeenWord[]): SeenWord[] {
  const joined: SeenWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && isOneNumber(last, word)) joined[joined.length - 1] = together(last, word);
    else joined.push(word);
  }
  return joined;
}

function isOneNumber(left: SeenWord, right: SeenWord): boolean {
  const gap = right.box[0] - (left.box[0] + left.box[2]);
  const letterWidth = right.box[2] / right.text.length;
  if (gap > Math.min(1.1 * letterWidth, 0.8 * Math.max(left.box[3], right.box[3]))) return false;
  return (
    (/\d[.,]$/.test(left.text) && /^\d{1,2}(\D|$)/.test(right.text)) ||
    (/\d:$/.test(left.text) && /^\d\d/.test(right.text)) ||
    (/\d$/.test(left.text) && /^[.,]\d\d/.test(right.text))
  );
}

function together(left: SeenWord, right: SeenWord): SeenWord {
  const top = Math.min(left.box[1], right.box[1]);
  const bottom = Math.max(left.box[1] + left.box[3], right.box[1] + right.box[3]);
  return {
    text: left.text + right.text,
    confidence: Math.min(left.confidence, right.confidence),
    box: [left.box[0], top, right.box[0] + right.box[2] - left.box[0], bottom - top],
  };
}
