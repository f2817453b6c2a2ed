/** Splits a text after each full stop that a space follows, so that "gpt-4.1" stays whole. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=\.) /);
}
