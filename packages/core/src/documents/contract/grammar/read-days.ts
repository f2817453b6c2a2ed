import { monthOf } from "./months";

/** Whole days in UTC: from the first moment of one day to the first moment after another. */
export type Days = { from: Date; to: Date };

const DAY = 24 * 60 * 60 * 1000;

/**
 * Reads a day, a month, a quarter, a year or words such as "last week", "heute" or "march 2026" as days; null for anything else. Numbers
 * are read in the order of ISO 8601, and as day, month, year where dots part them.
 */
export function readDays(written: string, now: Date): Days | null {
  const text = written.trim().toLowerCase().replaceAll(/\s+/g, " ");
  return numeric(text) ?? relative(text, now) ?? named(text, now);
}

function numeric(text: string): Days | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) return span(iso[1], iso[2], iso[3]);
  const dotted = /^(?:(\d{1,2})\. ?)?(\d{1,2})[./] ?(\d{4})$/.exec(text);
  if (dotted) return span(dotted[3], dotted[2], dotted[1]);
  const quarter = /^(?:q([1-4])[ -/]?(\d{4})|(\d{4})[ -/]?q([1-4]))$/.exec(text);
  if (!quarter) return null;
  const [year, number] = [Number(quarter[2] ?? quarter[3]), Number(quarter[1] ?? quarter[4])];
  return months(year, number * 3 - 2, 3);
}

/** Returns the days of a year, a month of it or a day of that; null if there is no such day. */
function span(year = "", month?: string, day?: string): Days | null {
  if (Number(year) < 1) return null;
  if (month === undefined) return months(Number(year), 1, 12);
  if (Number(month) < 1 || Number(month) > 12) return null;
  const whole = months(Number(year), Number(month), 1);
  if (day === undefined) return whole;
  const from = new Date(whole.from.getTime() + (Number(day) - 1) * DAY);
  return Number(day) >= 1 && from < whole.to ? days(from, 1) : null;
}

function named(text: string, now: Date): Days | null {
  const words = text
    .split(/[ ,]+|(?<=\d)\. ?/)
    .filter((word) => !/^(?:de|of|del|the|)$/.test(word));
  const month = words.map(monthOf).find((each) => each !== undefined);
  const numbers = words
    .filter((word) => /^\d{1,4}(?:st|nd|rd|th|er|\.)?$/.test(word))
    .map(Number.parseFloat);
  const isClear = numbers.every((number) => number <= 31 || number > 999);
  if (month === undefined || !isClear || numbers.length + 1 !== words.length) return null;
  const year = numbers.find((number) => number > 999) ?? now.getUTCFullYear();
  const day = numbers.find((number) => number <= 31);
  return span(String(year), String(month), day === undefined ? undefined : String(day));
}

type Unit = "day" | "week" | "month" | "quarter" | "year";

/** English, German, French, Spanish. */
const fixed = new Map<string, [Unit, number]>(
  Object.entries({
    today: ["day", 0],
    heute: ["day", 0],
    "aujourd'hui": ["day", 0],
    hoy: ["day", 0],
    yesterday: ["day", -1],
    gestern: ["day", -1],
    hier: ["day", -1],
    ayer: ["day", -1],
    tomorrow: ["day", 1],
    morgen: ["day", 1],
    demain: ["day", 1],
    mañana: ["day", 1],
  }),
);
const units = new Map<string, Unit>(
  Object.entries({
    day: "day",
    tag: "day",
    jour: "day",
    día: "day",
    week: "week",
    woche: "week",
    semaine: "week",
    semana: "week",
    month: "month",
    monat: "month",
    mois: "month",
    mes: "month",
    quarter: "quarter",
    quartal: "quarter",
    trimestre: "quarter",
    year: "year",
    jahr: "year",
    an: "year",
    année: "year",
    año: "year",
  }),
);
const shifts: [RegExp, number][] = [
  [/^(?:last|previous|letzte[rns]?|vorige[rns]?|dernière?|pasad[oa]|passée?)$/, -1],
  [/^(?:this|current|diese[rsn]?|cet?|cette|est[ea])$/, 0],
  [/^(?:next|nächste[rns]?|prochaine?|próxim[oa])$/, 1],
];

function relative(text: string, now: Date): Days | null {
  const known = fixed.get(text);
  if (known) return unit(known[0], known[1], now);
  const ago = /^(?:last|past|letzten|derniers|últimos) (\d{1,3}) (\p{L}+?)(?:s|en|e|n)?$/u.exec(
    text,
  );
  const counted = ago && units.get(ago[2] ?? "");
  if (counted)
    return { from: unit(counted, 1 - Number(ago[1]), now).from, to: unit("day", 0, now).to };
  const words = text.split(/[ -]/).filter((word) => !/^(?:la|le|el|l')$/.test(word));
  const [one = "", other = ""] = words;
  if (words.length !== 2) return null;
  const which = units.get(one) ?? units.get(other);
  const shift = shifts.find(([form]) => form.test(units.has(one) ? other : one));
  return which && shift ? unit(which, shift[1], now) : null;
}

function unit(which: Unit, shift: number, now: Date): Days {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + 1];
  const today = Date.UTC(year, month - 1, now.getUTCDate());
  if (which === "day") return days(new Date(today + shift * DAY), 1);
  // Weeks begin on Monday.
  const monday = today - ((now.getUTCDay() + 6) % 7) * DAY;
  if (which === "week") return days(new Date(monday + shift * 7 * DAY), 7);
  if (which === "month") return months(year, month + shift, 1);
  if (which === "quarter") return months(year, (Math.ceil(month / 3) + shift) * 3 - 2, 3);
  return months(year + shift, 1, 12);
}

function days(from: Date, count: number): Days {
  return { from, to: new Date(from.getTime() + count * DAY) };
}

function months(year: number, month: number, count: number): Days {
  return { from: firstOf(year, month), to: firstOf(year, month + count) };
}

function firstOf(year: number, month: number): Date {
  const day = new Date(Date.UTC(2000, month - 1, 1));
  day.setUTCFullYear(year + day.getUTCFullYear() - 2000);
  return day;
}
