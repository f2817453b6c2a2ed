/** The most characters of a title that is made from a question. */
const LONGEST = 80;

/** Returns the first question of a conversation as its title, cut at a word. */
export function shortTitle(question: string): string {
  const line = question.replaceAll(/\s+/g, " ").trim();
  if (line.length <= LONGEST) return line;
  const cut = line
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  const atWord = cut.replace(/\s+\S*$/, "");
  return `${atWord.length > LONGEST / 2 ? atWord : cut}…`;
}
