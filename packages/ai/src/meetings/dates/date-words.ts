const numbered = (names: string): Record<string, number> =>
  Object.fromEntries(
    names
      .split(" ")
      .flatMap((forms, index) =>
        forms.split("/").map((name) => [name.replace("_", " "), index + 1]),
      ),
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

const enUnits = "first second third fourth fifth sixth seventh eighth ninth";
const enDayNames = numbered(
  `${enUnits} tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth ${tensOf("twenty")} thirtieth thirty-first/thirty_first`,
);
const deStems =
  "erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst " +
  "einundzwanzigst zweiundzwanzigst dreiundzwanzigst vierundzwanzigst fünfundzwanzigst sechsundzwanzigst siebenundzwanzigst achtundzwanzigst neunundzwanzigst " +
  "dreißigst einunddreißigst";
const deDayNames = numbered(deStems);
const longestFirst = (names: object) =>
  Object.keys(names)
    .sort((a, b) => b.length - a.length)
    .join("|");

/** Patterns of days of a month that are said in words: "twentieth", "zwanzigsten". */
export const dayWords = {
  en: longestFirst(enDayNames).replaceAll(" ", "\\s"),
  de: `(?:${longestFirst(deDayNames)})e[nr]`,
};

/** Returns the day of a month that figures or words name, such as 20 for "20", "twentieth" and "zwanzigsten". NaN if they name none. */
export function dayNumberOf(words: string): number {
  const said = words.toLowerCase().replace(/\s+/g, " ");
  return enDayNames[said] ?? deDayNames[said.replace(/e[nr]$/, "")] ?? Number(words);
}

function tensOf(tens: string): string {
  return enUnits
    .split(" ")
    .map((unit) => `${tens}-${unit}/${tens}_${unit}`)
    .join(" ");
}

export function isGerman(language: string | null): boolean {
  return language === "de";
}
