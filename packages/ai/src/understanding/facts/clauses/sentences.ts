/** A sentence or a part of one up to a semicolon, with the place where it begins. */
export type Sentence = { text: string; start: number };

/** Takes a text apart into sentences; abbreviations and numbers of clauses end none. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const gap =
    /(?<![\s.(](?:No|Inc|Ltd|Corp|Co|Sec|Art|St|Nr|vs|Dr|Mr|Ms|Abs|z\.B|bzw|i\.e|e\.g|U\.S|N\.A|\p{Lu}|\d{1,2}))\.["')]*\s+(?=["'(]?[\p{Lu}\d(])|;\s+/gu;
  for (const match of text.matchAll(gap)) {
    sentences.push({ text: text.slice(from, match.index + 1), start: from });
    from = match.index + match[0].length;
  }
  sentences.push({ text: text.slice(from), start: from });
  return sentences;
}
