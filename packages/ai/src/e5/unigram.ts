/** The pieces of words that a model knows, by number, and how characters are written before words are cut into them. */
export type Vocabulary = {
  pieces: string[];
  /** The logarithm of each piece's share in the text that the model learned from. */
  scores: number[];
  /** Characters that are replaced, each with what replaces it. */
  characters: [from: string, to: string][];
  /** Numbers of the marks before and after a text, and of what no piece covers. */
  first: number;
  last: number;
  unknown: number;
};

/** SentencePiece writes a space so. */
const SPACE = "\u2581";
/** A character that no piece covers costs this much more than the rarest piece, as in SentencePiece. */
const UNKNOWN_COST = 10;

/**
 * Returns SentencePiece's unigram tokenizer: of all ways to cut a text into pieces, the likeliest. It returns the numbers of the pieces, without
 * the marks before and after.
 */
export function unigram({ pieces, scores, characters, unknown }: Vocabulary) {
  const known = new Map(pieces.map((piece, number) => [piece, number]));
  known.delete("");
  const replaced = new Map(characters);
  const longest = pieces.reduce((most, piece) => Math.max(most, piece.length), 1);
  const unknownScore = scores.reduce((least, score) => Math.min(least, score), 0) - UNKNOWN_COST;

  return (text: string): number[] => {
    const plain = Array.from(text, (character) => replaced.get(character) ?? character)
      .join("")
      .replace(/ {2,}/g, " ");
    const marked = (plain.startsWith(" ") ? plain : ` ${plain}`).replaceAll(" ", SPACE);
    const size = marked.length;
    const best = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(size + 1);
    const numbers = new Int32Array(size + 1);
    best[0] = 0;
    for (let start = 0; start < size; start++) {
      const score = best[start] ?? 0;
      if (score === Number.NEGATIVE_INFINITY) continue;
      const reach = (end: number, number: number, total: number) => {
        if (total <= (best[end] ?? 0)) return;
        best[end] = total;
        from[end] = start;
        numbers[end] = number;
      };
      for (let end = start + 1; end <= Math.min(size, start + longest); end++) {
        const number = known.get(marked.slice(start, end));
        if (number !== undefined && number !== unknown)
          reach(end, number, score + (scores[number] ?? 0));
      }
      const width = (marked.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
      reach(start + width, unknown, score + unknownScore);
    }
    const cut: number[] = [];
    for (let end = size; end > 0; end = from[end] ?? 0) cut.push(numbers[end] ?? unknown);
    return cut.reverse();
  };
}
