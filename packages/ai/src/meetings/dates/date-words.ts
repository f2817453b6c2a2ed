const numbered = (names: string): Record<string, number> =>
  Object.fromEntries(
    names.split(" ").flatMap((forms, index) => forms.split("/").map((name) => [name, index + 1])),
  );

/** Days of the week; Monday is 1. */
export const weekdayNames = {
  en: numbered("monday tuesday wednesday thursday friday saturday sunday"),
  de: numbered("montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag"),
};

/** Months; January is 1. */
export const monthNames = {
  en: numbered(
    "january/jan february/feb march april may june july august/aug september/sept october/oct november/nov december/dec",
  ),
  de: numbered(
    "januar/jänner februar/feber märz april mai juni juli august september oktober november dezember",
  ),
};

const counts: Readonly<Record<string, number>> = {
  "a couple of": 2,
  ...numbered(
    "a/an/one/einem/einer two/zwei three/drei four/vier five/fünf six/sechs seven/sieben eight/acht nine/neun ten/zehn",
  ),
};

/** Returns the number that a word or figures name. */
export function countOf(words: string): number {
  return counts[words] ?? Number(words);
}

export function isGerman(language: string | null): boolean {
  return language === "de";
}
