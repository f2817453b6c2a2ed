const COLOURS = 8;

/** Returns the colour of a speaker by their number. More speakers than colours share them, and each keeps their name beside it. */
export function speakerColour(number: number | null): string {
  return number === null ? "var(--n9)" : `var(--series-${((number - 1) % COLOURS) + 1})`;
}
