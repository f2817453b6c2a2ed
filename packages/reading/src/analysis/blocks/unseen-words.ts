const mostShown = 120;

/** Returns the warning that words of a document, page or sheet were left out because nobody can see them. `where` begins the sentence. */
export function leftOutUnseen(where: string, words: readonly string[]): string {
  return `${where} has words that nobody can see. They were left out: “${shortened(words)}”`;
}

/** Returns the warning that white words were read although they may not show. */
export function readWhite(where: string, words: readonly string[]): string {
  return `${where} has white words, which may not show. They were read: “${shortened(words)}”`;
}

function shortened(words: readonly string[]): string {
  const text = [...new Set(words.map((each) => each.trim()))].join(" ");
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
