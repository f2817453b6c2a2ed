const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const unspacedRun = new RegExp(`(?:${unspaced.source}\\p{M}*)+`, "gu");
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const MOST_TERMS = 64;
const LONGEST_TERM = 64;

const commonWords = new Set(
  (
    "a about all an and any are as at be been by can could did do does for from had has have how i if in into is it " +
    "its me my no not of on or our shall should so such than that the their them then there these they this to was " +
    "we were what when where which who whom why will with would you your"
  ).split(" "),
);

/** Returns the text as it is indexed: in scripts without spaces, a space surrounds every character. */
export function lexicalText(text: string): string {
  return text.replace(unspacedRun, (run) => ` ${characters(run).join(" ")} `);
}

/**
 * Returns the words of a question that are worth a search, at most 64, each once. For scripts without spaces, returns pairs of
 * characters with a space between them.
 */
export function lexicalTerms(question: string): string[] {
  const terms = new Set<string>();
  const words = question
    .normalize("NFC")
    .toLowerCase()
    .replace(unspacedRun, (run) => {
      for (const pair of pairs(characters(run))) terms.add(pair);
      return " ";
    })
    .match(word);

  const rare = (words ?? []).filter((term) => !commonWords.has(term));
  for (const term of rare.length + terms.size > 0 ? rare : (words ?? []))
    terms.add(term.slice(0, LONGEST_TERM));
  return [...terms].slice(0, MOST_TERMS);
}

/** Returns an FTS5 expression that any of the terms satisfies, or null if there is no term. */
export function fts5Expression(question: string): string | null {
  const terms = lexicalTerms(question);
  return terms.length === 0 ? null : terms.map((term) => `"${term}"`).join(" OR ");
}

function characters(run: string): string[] {
  return run.match(new RegExp(`${unspaced.source}\\p{M}*`, "gu")) ?? [];
}

function pairs(run: string[]): string[] {
  if (run.length === 1) return run;
  return run.slice(1).map((character, index) => `${run[index]} ${character}`);
}
