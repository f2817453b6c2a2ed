export type Token = {
  id: number;
  /** Offsets in the input text. */
  start: number;
  end: number;
};

export type WordPieces = (text: string, limit: number) => Token[];

const UNKNOWN = 100;
const LONGEST_WORD = 100;
const splitter =
  /[\p{P}\p{S}]|[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2fa1f}]|[^\s\p{P}\p{S}\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2fa1f}]+/gu;

/**
 * Returns BERT's uncased tokenizer: lower case, no accents and control characters, then the longest pieces that the vocabulary has.
 * Stops after `limit` tokens and adds no special tokens.
 */
export function wordPieces(vocabulary: ReadonlyMap<string, number>): WordPieces {
  return (text, limit) => {
    const tokens: Token[] = [];
    for (const match of text.matchAll(splitter)) {
      if (tokens.length >= limit) break;
      const start = match.index;
      const end = start + match[0].length;
      const word = plain(match[0]);
      if (word === "") continue;
      for (const { id, from, to } of pieces(word, vocabulary)) {
        const exact = word.length === end - start;
        tokens.push({ id, start: exact ? start + from : start, end: exact ? start + to : end });
      }
    }
    return tokens.slice(0, limit);
  };
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Cc}\p{Cf}\ufffd]/gu, "");
}

function pieces(word: string, vocabulary: ReadonlyMap<string, number>) {
  const whole = [{ id: UNKNOWN, from: 0, to: word.length }];
  if (word.length > LONGEST_WORD) return whole;

  const found: { id: number; from: number; to: number }[] = [];
  for (let from = 0; from < word.length; ) {
    let to = word.length;
    let id: number | undefined;
    while (to > from) {
      id = vocabulary.get((from > 0 ? "##" : "") + word.slice(from, to));
      if (id !== undefined) break;
      to--;
    }
    if (id === undefined) return whole;
    found.push({ id, from, to });
    from = to;
  }
  return found;
}
