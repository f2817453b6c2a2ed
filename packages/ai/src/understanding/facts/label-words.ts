/** A word of a text in the form in which labels are compared. */
export type LabelWord = { word: string; start: number; end: number };

const numberWords = new Set(
  "no nr nro num number nummer numero numer n nº n° ° º # № id nos n.o no.".split(" "),
);
const compound = /^(?<stem>\p{L}{3,}?)(?:s|en)?(?<number>nummer|nr)$/u;
const letters: Record<string, string> = { ß: "ss", ł: "l", ø: "o", æ: "ae", œ: "oe", đ: "d" };
const piece = /[\p{L}\p{N}]+(?:[.'’](?=\p{L})[\p{L}]+)*(?:[°º](?![\p{L}\p{N}]))?|[#№]|n[°º]/gu;

/**
 * Takes a text apart into words as labels are compared: in lower case, without accents and full stops. Words for "number" are `#`, also at
 * the end of a compound.
 */
export function labelWords(text: string): LabelWord[] {
  const words: LabelWord[] = [];
  for (const match of text.matchAll(piece)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const plain = plainWord(match[0]);
    const stem = compound.exec(plain)?.groups?.stem;
    const last = words.at(-1);
    // "Rechnungs-Nr." is the word "Rechnungsnummer".
    if (numberWords.has(plain) && last && /^-$/.test(text.slice(last.end, start)))
      last.word = last.word.replace(/(?:s|en)$/, "");
    if (numberWords.has(plain)) words.push({ word: "#", start, end });
    else if (stem) {
      words.push({ word: stem, start, end });
      words.push({ word: "#", start: end, end });
    } else words.push({ word: plain, start, end });
  }
  return words;
}

function plainWord(written: string): string {
  const lower = written
    .toLowerCase()
    .replace(/[ßłøæœđ]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return lower.replace(/[.’']/g, "");
}
