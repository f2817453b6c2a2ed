import { hashOf } from "../../src/understanding/names/hash";
import { type NamedSentence, spaced } from "./named-sentence";

const ONE_IN = 12;

/** Returns copies of some sentences as headings: every other one in capitals, the others with a capital for each word. */
export function asHeadings(sentences: readonly NamedSentence[]): NamedSentence[] {
  return sentences
    .filter(({ words, names }) => names.length > 0 && words.length >= 4 && words.length <= 20)
    .filter(({ words }) => hashOf(words.map(({ text }) => text).join(" ")) % ONE_IN === 0)
    .map(({ words, names, document }, index) => ({
      words: spaced(words.map(({ text }) => (index % 2 === 0 ? text.toUpperCase() : titled(text)))),
      names,
      document: `heading ${document} ${index}`,
    }));
}

function titled(word: string): string {
  return word.length > 3 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
