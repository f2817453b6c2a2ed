import type { QuestionLanguage } from "./words";
import { fold } from "./words";

/** Days from `from` to before `to`, each `YYYY-MM-DD`. `words` are the words of the question that said so. */
export type DayRange = { from: string; to: string; words: string[] };

const months: Record<QuestionLanguage, string> = {
  en: "january february march april may june july august september october november december",
  de: "januar februar marz april mai juni juli august september oktober november dezember",
  fr: "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
};
const monthNumber = new Map(
  Object.values(months).flatMap((names) => names.split(" ").map((name, at) => [name, at] as const)),
);
const anyMonth = [...monthNumber.keys()].join("|");

const thisWords = "this|current|diese[snmr]?|aktuelle[snmr]?|cette?|ce|este|esta";
const lastWords =
  "last|previous|letzte[snmr]?|vergangene[snmr]?|derniere?|passee?|pasad[oa]|ultim[oa]";
const units: Record<string, string> = {
  year: "year|jahr(?:es)?|annee|an|ano",
  quarter: "quarter|quartals?|trimestre",
  month: "month|monats?|mois|mes",
  week: "week|woche|semaine|semana",
};

/** Returns the days that a question names: a day, a month, a quarter, a year, or one of them before now. Null if it names none. */
export function daysIn(question: string, now: Date): DayRange | null {
  const text = fold(question);
  return (
    dayIn(text) ??
    relativeIn(text, now) ??
    quarterIn(text, now) ??
    monthIn(text, now) ??
    yearIn(text)
  );
}

function dayIn(text: string): DayRange | null {
  const iso = /\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso) return days(iso[0], Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const dayFirst = new RegExp(
    `\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:of |de )?(${anyMonth})\\.?,?\\s+(?:de |del )?((?:19|20)\\d{2})\\b`,
  ).exec(text);
  if (dayFirst)
    return days(
      dayFirst[0],
      Number(dayFirst[3]),
      monthNumber.get(dayFirst[2] ?? "") ?? 0,
      Number(dayFirst[1]),
    );
  const monthFirst = new RegExp(
    `\\b(${anyMonth})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})\\b`,
  ).exec(text);
  if (monthFirst)
    return days(
      monthFirst[0],
      Number(monthFirst[3]),
      monthNumber.get(monthFirst[1] ?? "") ?? 0,
      Number(monthFirst[2]),
    );
  return null;
}

function relativeIn(text: string, now: Date): DayRange | null {
  for (const [unit, words] of Object.entries(units)) {
    const before = new RegExp(`\\b(${thisWords}|${lastWords})\\s+(?:${words})\\b`).exec(text);
    const after = new RegExp(`\\b(?:${words})\\s+(derniere?|passee?|pasad[oa])\\b`).exec(text);
    const found = before ?? after;
    if (!found) continue;
    const back = new RegExp(`^(?:${thisWords})$`).test(found[1] ?? "") ? 0 : 1;
    return unitBack(unit, back, now, found[0]);
  }
  return null;
}

function unitBack(unit: string, back: number, now: Date, said: string): DayRange {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  if (unit === "year") return between(said, [year - back, 0], [year - back + 1, 0]);
  if (unit === "month") return between(said, [year, month - back], [year, month - back + 1]);
  if (unit === "quarter") {
    const first = Math.floor(month / 3) * 3 - back * 3;
    return between(said, [year, first], [year, first + 3]);
  }
  const monday = now.getUTCDate() - ((now.getUTCDay() + 6) % 7) - back * 7;
  return between(said, [year, month, monday], [year, month, monday + 7]);
}

const ordinals: Record<string, number> = {
  first: 0,
  erste: 0,
  ersten: 0,
  premier: 0,
  primer: 0,
  second: 1,
  zweite: 1,
  zweiten: 1,
  deuxieme: 1,
  segundo: 1,
  third: 2,
  dritte: 2,
  dritten: 2,
  troisieme: 2,
  tercer: 2,
  fourth: 3,
  vierte: 3,
  vierten: 3,
  quatrieme: 3,
  cuarto: 3,
};

function quarterIn(text: string, now: Date): DayRange | null {
  const year = Number(/\b((?:19|20)\d{2})\b/.exec(text)?.[1] ?? now.getUTCFullYear());
  const short = /\b[qt]([1-4])\b(?:[ /-]*(?:19|20)\d{2})?/.exec(text);
  if (short)
    return between(short[0], [year, Number(short[1]) * 3 - 3], [year, Number(short[1]) * 3]);
  const long = new RegExp(
    `\\b(${Object.keys(ordinals).join("|")})\\s+(?:${units.quarter})\\b(?:\\s+(?:of|de|del)?\\s*(?:19|20)\\d{2})?`,
  ).exec(text);
  if (!long) return null;
  const quarter = ordinals[long[1] ?? ""] ?? 0;
  return between(long[0], [year, quarter * 3], [year, quarter * 3 + 3]);
}

function monthIn(text: string, now: Date): DayRange | null {
  const found = new RegExp(`\\b(${anyMonth})\\b(?:\\s+(?:de |del )?((?:19|20)\\d{2}))?`).exec(text);
  // "May" alone is more often a verb.
  if (!found || (found[1] === "may" && !found[2])) return null;
  const month = monthNumber.get(found[1] ?? "") ?? 0;
  const passed = month <= now.getUTCMonth() ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  const year = found[2] ? Number(found[2]) : passed;
  return between(found[0], [year, month], [year, month + 1]);
}

function yearIn(text: string): DayRange | null {
  const found = /(?<![\p{L}\p{N}-])((?:19|20)\d{2})(?![\p{L}\p{N}]|-\p{L}|-\d)/u.exec(text);
  if (!found) return null;
  return between(found[0], [Number(found[1]), 0], [Number(found[1]) + 1, 0]);
}

function days(said: string, year: number, month: number, day: number): DayRange {
  return between(said, [year, month, day], [year, month, day + 1]);
}

type At = [year: number, month: number, day?: number];

function between(said: string, from: At, to: At): DayRange {
  const iso = ([year, month, day = 1]: At) =>
    new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  return { from: iso(from), to: iso(to), words: said.match(/[\p{L}\p{N}]+/gu) ?? [] };
}
