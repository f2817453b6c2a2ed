import { splitWords } from "../../words/split-words";
import { phraseTerms, questionWords, rowOf, TERM_FORM, termsOf, WHOLE } from "../../words/terms";

export type SparseVector = { indices: number[]; values: number[] };

/** Is between the words of a passage and its other forms, so that no phrase reaches from one to the other. */
const BETWEEN = "|";

/**
 * Returns the words of a passage as Qdrant keeps them. They are BM25 weights without idf, the terms in a row for phrases, and the words
 * for suggestions.
 */
export function passageWords(text: string, language: string | null) {
  const split = splitWords(text);
  const [words, forms] = [rowOf(split.words, language), rowOf(split.forms, language)];
  const { terms, weights } = termsOf(words, forms);
  return {
    vector: { indices: [...terms], values: Array.from(weights, (weight) => weight / WHOLE) },
    payload: {
      row: [written(words), BETWEEN, written(forms)].join(" "),
      words: [...new Set(split.words)],
      stemmed_as: language,
      form: TERM_FORM,
    },
  };
}

/** Returns the words of a question, each once, or null if it has none. */
export function questionVector(
  question: string,
  languages: readonly (string | null)[],
): SparseVector | null {
  const indices = questionTerms(question, languages).sort((a, b) => a - b);
  return indices.length === 0 ? null : { indices, values: indices.map(() => 1) };
}

/** Returns the terms of a question as `row` has them, or null if it has none. */
export function questionRow(question: string, languages: readonly (string | null)[]) {
  const terms = questionTerms(question, languages);
  return terms.length === 0 ? null : written(terms);
}

/** Returns a phrase as `row` has it, once for each way to stem it. */
export function phraseRows(phrase: string, languages: readonly (string | null)[]): string[] {
  return phraseTerms(phrase, languages).map(written);
}

function questionTerms(question: string, languages: readonly (string | null)[]): number[] {
  return [...new Set(questionWords(question, languages).flatMap(({ terms }) => terms))];
}

function written(terms: Iterable<number>): string {
  return Array.from(terms, (term) => term.toString(36)).join(" ");
}
