type Figures = Map<string, Set<string>>;

const numberWords: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwölf: 12,
};

const units: readonly (readonly [string, string])[] = [
  ["percent", "%|percent|prozent"],
  ["eur", "€|euros?|eur"],
  ["usd", "\\$|dollars?|usd"],
  ["gbp", "£|pounds?|gbp"],
  ["chf", "chf|franken|francs?"],
  ["year", "years?|jahre?n?"],
  ["month", "months?|monate?n?"],
  ["week", "weeks?|wochen?"],
  ["day", "days?|tagen?|tage"],
  ["hour", "hours?|stunden?"],
  ["person", "people|persons?|personen|leute"],
];
const number = `\\d[\\d.,]*\\d|\\d|${Object.keys(numberWords).join("|")}`;
const scale = "\\s*(?:(thousand|million|tausend|millionen?|k|m)(?!\\p{L}))?";
const before = new RegExp(`([€$£])\\s*(\\d[\\d.,]*\\d|\\d)${scale}`, "gu");
const after = new RegExp(
  `(?<![\\p{L}\\p{N}])(${number})${scale}\\s*(${units.map(([, words]) => words).join("|")})(?!\\p{L})`,
  "gu",
);

const months: readonly string[] = [
  "jan(?:uary|uar)?",
  "feb(?:ruary|ruar)?",
  "mar(?:ch)?|märz",
  "apr(?:il)?",
  "may|mai",
  "june?|juni",
  "july?|juli",
  "aug(?:ust)?",
  "sept?(?:ember)?",
  "oct(?:ober)?|okt(?:ober)?",
  "nov(?:ember)?",
  "dec(?:ember)?|dez(?:ember)?",
];
const weekdays: readonly string[] = [
  "monday|montag",
  "tuesday|dienstag",
  "wednesday|mittwoch",
  "thursday|donnerstag",
  "friday|freitag",
  "saturday|samstag|sonnabend",
  "sunday|sonntag",
];

/** Returns the amounts of a text in small letters, by their unit, and the text without them. */
export function amountsIn(text: string): { amounts: Figures; rest: string } {
  const amounts: Figures = new Map();
  const rest = text
    .replaceAll(before, (_all, sign: string, digits: string, by?: string) =>
      note(amounts, unitOf(sign), amountOf(digits, by)),
    )
    .replaceAll(after, (_all, digits: string, by: string | undefined, unit: string) =>
      note(amounts, unitOf(unit), amountOf(digits, by)),
    );
  return { amounts, rest };
}

/** Returns the days, months and years that a text in small letters names, by their kind, and the text without them. */
export function daysIn(text: string): { days: Figures; rest: string } {
  const days: Figures = new Map();
  let rest = text.replaceAll(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/gu, (all) => note(days, "date", all));
  rest = rest.replaceAll(
    /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/gu,
    (_all, day: string, month: string, year: string) =>
      note(days, "date", `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`),
  );
  for (const [index, words] of months.entries()) {
    const named = `(?:${words})\\.?(?!\\p{L})`;
    const dayOf = `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${named}|(?<!\\p{L})${named}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`;
    rest = rest.replaceAll(new RegExp(dayOf, "gu"), (_all, one?: string, other?: string) => {
      note(days, "month", `${index + 1}`);
      return note(days, "day of a month", `${index + 1}-${one ?? other ?? ""}`);
    });
    rest = rest.replaceAll(new RegExp(`(?<!\\p{L})${named}`, "gu"), () =>
      note(days, "month", `${index + 1}`),
    );
  }
  for (const [index, words] of weekdays.entries())
    rest = rest.replaceAll(new RegExp(`(?<!\\p{L})(?:${words})s?(?!\\p{L})`, "gu"), () =>
      note(days, "weekday", `${index + 1}`),
    );
  rest = rest.replaceAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu, (year) => note(days, "year", year));
  return { days, rest };
}

function note(figures: Figures, kind: string, value: string): string {
  figures.set(kind, (figures.get(kind) ?? new Set()).add(value));
  return " ";
}

function unitOf(word: string): string {
  return units.find(([, words]) => new RegExp(`^(?:${words})$`, "u").test(word))?.[0] ?? word;
}

function amountOf(digits: string, by: string | undefined): string {
  const value = numberWords[digits] ?? Number(plainNumber(digits));
  const times = by === undefined ? 1 : /^(?:k|t)/u.test(by) ? 1_000 : 1_000_000;
  return String(value * times);
}

/** Reads “1,200.50”, “1.200,50” and “1200”. Three digits after the only separator are thousands. */
function plainNumber(digits: string): string {
  const isDecimal = /[.,](\d{1,2})$/u.exec(digits);
  const whole = isDecimal ? digits.slice(0, isDecimal.index) : digits;
  return `${whole.replaceAll(/[.,]/gu, "")}${isDecimal ? `.${isDecimal[1]}` : ""}`;
}
