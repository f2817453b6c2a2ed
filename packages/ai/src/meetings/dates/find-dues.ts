import type { Span } from "@besunny/document-model/parsed-document";
import { countOf, dayNumberOf, dayWords, isGerman, monthNames, weekdayNames } from "./date-words";
import { addDays, dayOf, dayOfMonth, endOfMonth, weekdayAfter, weekdayOfWeek } from "./days";
import { fullDates } from "./full-dates";

/** A date that is said, and the words that say it. */
export type Due = { span: Span; words: string; on: string };

/** `heldOn` is the ISO date of the meeting. Without it, only dates that name their year are read. */
export type DueContext = { heldOn: string | null; language: string | null };

type Rule = {
  pattern: RegExp;
  /** Returns the ISO date, or null if the words are none. */
  on: (match: RegExpExecArray, heldOn: string) => string | null;
};

const FRIDAY = 5;

/** Finds the dates in a text that name one day. "Soon", "next week" and dates that are over name none. */
export function findDues(text: string, { heldOn, language }: DueContext): Due[] {
  const found: Due[] = [];
  const add = (start: number, end: number, on: string | null) => {
    const isOver = on !== null && heldOn !== null && on < heldOn;
    if (on === null || isOver || found.some(({ span }) => start < span[1] && span[0] < end)) return;
    found.push({ span: [start, end], words: text.slice(start, end), on });
  };
  for (const { start, end, on } of fullDates(text, language)) add(start, end, on);
  if (heldOn !== null && dayOf(heldOn) !== null)
    for (const { pattern, on } of isGerman(language) ? german : english)
      for (const match of text.matchAll(pattern))
        add(match.index, match.index + match[0].length, on(match, heldOn));
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

const enDays = Object.keys(weekdayNames.en).join("|");
const enMonths = Object.keys(monthNames.en).join("|");
const past = "(?<!\\b(?:last|past|previous|every|each|since)\\s)";
const enCount =
  "(?<count>\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of)";
const rule = (source: string, on: Rule["on"]): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, "giu"),
  on,
});
const part = (match: RegExpExecArray, name: string) => (match.groups?.[name] ?? "").toLowerCase();
const dayIn = (match: RegExpExecArray) => dayNumberOf(part(match, "n") || part(match, "word"));
const enDay = (match: RegExpExecArray) => weekdayNames.en[part(match, "day")] ?? 1;
const enMonth = (match: RegExpExecArray) => monthNames.en[part(match, "month")] ?? 1;

const english: readonly Rule[] = [
  rule("the day after tomorrow", (_, held) => addDays(held, 2)),
  rule("tomorrow", (_, held) => addDays(held, 1)),
  rule(
    "today|tonight|this (?:afternoon|evening)|(?:by |at |the ){0,3}end of (?:the |this )?day|EOD|COB",
    (_, held) => held,
  ),
  rule(
    `(?:by |on )?(?<day>${enDays})\\s+(?:of )?next week|next week(?:,| on| by)?\\s+(?<day2>${enDays})`,
    (match, held) =>
      weekdayOfWeek(held, 1, weekdayNames.en[part(match, "day") || part(match, "day2")] ?? 1),
  ),
  rule(`(?:a week (?:from|on) (?<day>${enDays})|(?<day2>${enDays}) week)`, (match, held) =>
    addDays(weekdayAfter(held, weekdayNames.en[part(match, "day") || part(match, "day2")] ?? 1), 7),
  ),
  rule("(?:the )?end of next week", (_, held) => weekdayOfWeek(held, 1, FRIDAY)),
  rule("(?:the )?end of (?:the|this) week|EOW", (_, held) => weekdayOfWeek(held, 0, FRIDAY)),
  rule("(?:the )?end of next month", (_, held) => endOfMonth(held, 1)),
  rule("(?:the )?end of (?:the|this) month", (_, held) => endOfMonth(held, 0)),
  rule(`(?:the )?end of (?<month>${enMonths})`, (match, held) =>
    endOfMonth(held, null, enMonth(match)),
  ),
  rule(
    `(?:in|within) (?:the next )?${enCount} (?<unit>days?|weeks?|months?)(?:['’]s? time)?`,
    (match, held) => shifted(held, countOf(part(match, "count")), part(match, "unit").charAt(0)),
  ),
  rule(
    `(?<month>${enMonths})\\.? (?:the )?(?:(?<n>\\d{1,2})(?:st|nd|rd|th)?|(?<word>${dayWords.en}))`,
    (match, held) => dayOfMonth(held, dayIn(match), enMonth(match)),
  ),
  rule(
    `(?:the )?(?:(?<n>\\d{1,2})(?:st|nd|rd|th)?|(?<word>${dayWords.en})) (?:of )?(?<month>${enMonths})(?! (?:be|not|have|also|need|well)\\b)`,
    (match, held) => dayOfMonth(held, dayIn(match), enMonth(match)),
  ),
  rule(`next (?<day>${enDays})`, (match, held) => weekdayOfWeek(held, 1, enDay(match))),
  rule(`(?:this )?(?:coming )?${past}(?<day>${enDays})`, (match, held) =>
    weekdayAfter(held, enDay(match)),
  ),
  rule(
    `(?<=\\b(?:by|on|until|till|before) )the (?:(?<n>\\d{1,2})(?:st|nd|rd|th)|(?<word>${dayWords.en}))(?! (?:floor|slide|page|point|item|one|of|version|meeting|street|time|grade|year))`,
    (match, held) => dayOfMonth(held, dayIn(match)),
  ),
];

const deDays = Object.keys(weekdayNames.de).join("|");
const deMonths = Object.keys(monthNames.de).join("|");
const deCount = "(?<count>\\d{1,2}|einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|zehn)";
const deDay = (match: RegExpExecArray) =>
  weekdayNames.de[part(match, "day") || part(match, "day2")] ?? 1;
const deMonth = (match: RegExpExecArray) => monthNames.de[part(match, "month")] ?? 1;
const coming = "(?:(?:am|bis|zum|kommenden|diesen|nächsten|nächster|kommender|dieser)\\s+){0,3}";

const german: readonly Rule[] = [
  rule("übermorgen", (_, held) => addDays(held, 2)),
  {
    pattern: /(?<!\p{L}|(?:guten|jeden|am|heute|gestern) )morgen(?!\p{L}|s)/gu,
    on: (_, held) => addDays(held, 1),
  },
  rule("heute(?! (?:vor|wurde))", (_, held) => held),
  rule(
    `${coming}(?<day>${deDays}) (?:der )?(?:nächster|kommender|nächste|kommende|nächsten) woche|(?:nächste|kommende) woche(?: am| bis)? (?<day2>${deDays})`,
    (match, held) => weekdayOfWeek(held, 1, deDay(match)),
  ),
  rule(`(?:am )?(?<day>${deDays}) in (?:einer woche|acht tagen)`, (match, held) =>
    addDays(weekdayAfter(held, deDay(match)), 7),
  ),
  rule("(?:zum )?ende (?:der )?(?:nächster|kommender|nächsten|kommenden) woche", (_, held) =>
    weekdayOfWeek(held, 1, FRIDAY),
  ),
  rule("(?:zum )?ende (?:der|dieser) woche|(?:zum|vor dem|dieses) wochenende", (_, held) =>
    weekdayOfWeek(held, 0, FRIDAY),
  ),
  rule("(?:zum )?ende (?:des )?(?:nächsten|kommenden) monats", (_, held) => endOfMonth(held, 1)),
  rule("(?:zum )?ende (?:des|dieses) monats|(?:zum )?monatsende", (_, held) => endOfMonth(held, 0)),
  rule(`(?:zum )?ende (?<month>${deMonths})`, (match, held) =>
    endOfMonth(held, null, deMonth(match)),
  ),
  rule(
    `(?:in|innerhalb von|binnen) ${deCount} (?<unit>tag(?:en)?|wochen?|monat(?:en)?)`,
    (match, held) =>
      shifted(
        held,
        countOf(part(match, "count")),
        { t: "d", w: "w", m: "m" }[part(match, "unit").charAt(0)] ?? "d",
      ),
  ),
  rule(
    `(?:(?:am|zum|bis|den|dem)\\s+){0,3}(?:(?<n>\\d{1,2})\\.\\s?|(?<word>${dayWords.de})\\s)(?<month>${deMonths})`,
    (match, held) => dayOfMonth(held, dayIn(match), deMonth(match)),
  ),
  rule("(?:(?:am|zum|bis|den|dem)\\s+){1,3}(?<n>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.", (match, held) =>
    dayOfMonth(held, Number(part(match, "n")), Number(part(match, "m"))),
  ),
  rule(`nächsten (?<day>${deDays})`, (match, held) => weekdayOfWeek(held, 1, deDay(match))),
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d]|(?:letzten|vergangenen|vorigen|jeden|seit|seit dem) )${coming}(?<day>${deDays})(?:abend|mittag|früh|vormittag|nachmittag)?(?![\\p{L}\\d])`,
      "giu",
    ),
    on: (match, held) =>
      /letzten|vergangenen|jeden/i.test(match[0]) ? null : weekdayAfter(held, deDay(match)),
  },
  rule(
    "(?:(?:am|zum|bis)\\s){1,2}(?<n>\\d{1,2})\\.(?!\\s?(?:\\d|stock|punkt|seite|mal))",
    (match, held) => dayOfMonth(held, Number(part(match, "n"))),
  ),
];

function shifted(held: string, count: number, unit: string): string | null {
  if (unit === "m") {
    const [year = 0, month = 1, day = 1] = held.split("-").map(Number);
    const whole = year * 12 + month - 1 + count;
    return dayOfMonth(
      `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, "0")}-01`,
      Math.min(day, 28),
    );
  }
  return addDays(held, count * (unit === "w" ? 7 : 1));
}
