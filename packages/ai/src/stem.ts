/** Returns the word in lower case without its commonest English endings, so that "inspected" matches "inspection". */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length <= 4) return lower;
  return lower.replace(/(?:ations?|ions?|ments?|ings?|ies|ied|ed|ers?|es|s|ly|e|y)$/u, "");
}
