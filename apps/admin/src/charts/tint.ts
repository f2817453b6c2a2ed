/** Returns the softer colour of a token for areas: the tokens of meanings are made for text. */
export function tint(token: string): string {
  return `color-mix(in oklab, var(${token}) 62%, var(--n1))`;
}
