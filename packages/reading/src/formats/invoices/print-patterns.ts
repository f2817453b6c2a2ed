const blank = "[\\s\\u00a0\\u202f]";

/** A sum in any usual notation: 1428.00, 1.428,00, 1 428,00, 1'428.00, 1428,-. The sign is not compared. */
export function moneyPattern(value: string): RegExp {
  const [, whole = "", decimals = ""] = /(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, " ").split(" ");
  const cents = decimals.padEnd(2, "0").replace(/0+$/, "").padEnd(2, "0");
  const rest = cents === "00" ? "(?:[.,](?:00|[-–—]))?" : `[.,]${cents.replace(/0$/, "0?")}`;
  const joined = groups.join(`(?:[.,'’]|${blank})?`);
  return new RegExp(`(?<!\\d|\\d[.,'’])${joined}${rest}0*(?![.,]?\\d)`, "u");
}

export function ibanPattern(value: string): RegExp {
  return new RegExp([...value].map(escaped).join(`${blank}?`), "iu");
}

/** A number or name; blanks and line ends in it may differ. */
export function wordPattern(value: string): RegExp {
  const pieces = value.split(/\s+/).map((piece) => [...piece].map(escaped).join(""));
  return new RegExp(`(?<![\\p{L}\\p{N}])${pieces.join(`${blank}*`)}(?![\\p{L}\\p{N}])`, "iu");
}

function escaped(letter: string): string {
  return /[\p{L}\p{N}]/u.test(letter)
    ? letter
    : `\\u{${letter.codePointAt(0)?.toString(16) ?? "20"}}`;
}

/** An ISO date as pages print it: 15.03.2026, 3/15/26, 2026-03-15, 15. März 2026, March 15th, 2026. Other text as it is. */
export function datePattern(iso: string): RegExp {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})$/.exec(iso) ?? [];
  if (!year || !month || !day) return wordPattern(iso);
  const [d, m] = [`0?${Number(day)}`, `0?${Number(month)}`];
  const y = `(?:${year}|['’]?${year.slice(2)})`;
  const sign = `${blank}?[-./·]${blank}?|${blank}`;
  const name = `(?:${monthNames(Number(month)).join("|")})\\.?`;
  const ordinal = "(?:\\.|st|nd|rd|th|er|º|ª|°)?";
  const of = `(?:${blank}|de|del|of|[-./,])*`;
  const ways = [
    `${d}(?:${sign})${m}(?:${sign})${y}`,
    `${m}(?:${sign})${d}(?:${sign})${y}`,
    `${year}(?:${sign})${m}(?:${sign})${d}`,
    `${year}${month}${day}`,
    `${d}${ordinal}${of}${name}${of}${y}`,
    `${name}${of}${d}${ordinal}${of}${y}`,
    `${year}${of}${name}${of}${d}`,
    `${year}年${m}月${d}日`,
  ];
  return new RegExp(`(?<!\\d)(?:${ways.join("|")})(?!\\d)`, "iu");
}

const locales = "en de fr it es pt nl pl cs sk da sv nb fi hu ro bg hr sl et lv lt el tr ca".split(
  " ",
);
const names = new Map<number, string[]>();
let formats: Intl.DateTimeFormat[] | undefined;

/** Long and short names of a month in the languages of Europe, as they stand beside a day. */
function monthNames(month: number): string[] {
  const known = names.get(month);
  if (known) return known;
  const date = new Date(Date.UTC(2026, month - 1, 15));
  formats ??= monthFormats();
  const found = formats.flatMap((format) =>
    format
      .formatToParts(date)
      .flatMap(({ type, value }) => (type === "month" ? [value.replace(/\.$/, "")] : [])),
  );
  const words = [...new Set(found)]
    .filter((word) => /^\p{L}+$/u.test(word))
    .sort((a, b) => b.length - a.length);
  names.set(month, words);
  return words;
}

/** A format is made once for all months, because making one takes a millisecond. */
function monthFormats(): Intl.DateTimeFormat[] {
  return locales.flatMap((locale) =>
    (["long", "short"] as const).map(
      (month) => new Intl.DateTimeFormat(locale, { day: "numeric", month, timeZone: "UTC" }),
    ),
  );
}

let date: RegExp | undefined;

/** Returns true if a text holds a date in any usual notation. The names of all months take long to gather. */
export function holdsDate(text: string): boolean {
  date ??= anyDate();
  return date.test(text);
}

function anyDate(): RegExp {
  const anyMonth = Array.from({ length: 12 }, (_, index) => monthNames(index + 1)).flat();
  return new RegExp(
    `\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})(?!\\d)|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\S{0,2}${blank}(?:de${blank})?(?:${anyMonth.join("|")})[.,]?${blank}(?:de${blank})?\\d{4}`,
    "iu",
  );
}

export const anyIban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[\s\u00a0]?[A-Z0-9]{4}){3,7}/u;
