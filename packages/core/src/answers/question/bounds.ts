import type { DayRange } from "./dates";
import { fold, wordsOf } from "./words";

const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";

type Side = "before" | "after" | "since" | "until";
const sides: [Side, RegExp][] = [
  [
    "before",
    /(?:\b(?:before|prior to|earlier than|vor|avant|anterior(?:es)? a|antes del?)) (?:the |dem |den |le |el )?$/,
  ],
  [
    "after",
    /(?:\b(?:after|later than|nach|apres|posterior(?:es)? a|despues del?)) (?:the |dem |den |le |el )?$/,
  ],
  [
    "since",
    /(?:\b(?:since|from|seit|ab|depuis|a partir d[eu]|desde)) (?:the |dem |den |le |el )?$/,
  ],
  [
    "until",
    /(?:\b(?:until|till|by|up to|bis|bis zum|jusqu (?:a|en|au)|hasta)) (?:the |dem |den |le |el )?$/,
  ],
];

/** Widens the days of a list by the word before them: "before 2026" is every day before, "since March" every day from its first. */
export function widened(question: string, days: DayRange): DayRange {
  const folded = wordsOf(question).join(" ");
  const said = days.words.join(" ");
  const at = folded.indexOf(said);
  const side = at < 0 ? undefined : sides.find(([, asks]) => asks.test(folded.slice(0, at)))?.[0];
  const words = [...days.words, "before", "after", "since", "until", "prior"];
  if (side === "before") return { from: FIRST_DAY, to: days.from, words };
  if (side === "after") return { from: days.to, to: LAST_DAY, words };
  if (side === "since") return { from: days.from, to: LAST_DAY, words };
  if (side === "until") return { from: FIRST_DAY, to: days.to, words };
  return days;
}

/** The days of what was due before now, if a question asks for what is overdue. */
export function overdueIn(question: string, now: Date): DayRange | null {
  const said = /\b(?:overdue|past due|uberfallig(?:e[nrs]?)?|en retard|echues?|vencidas?)\b/.exec(
    wordsOf(question).join(" "),
  )?.[0];
  return said
    ? { from: FIRST_DAY, to: now.toISOString().slice(0, 10), words: said.split(" ") }
    : null;
}

/** Sums between `from` and `to`, and these themselves if `isInclusive`. `words` are the words of the question that say so. */
export type SumRange = { from: number; to: number; isInclusive: boolean; words: string[] };

/** Returns whether a sum is within a range. */
export function isWithinSums(sum: number, { from, to, isInclusive }: SumRange): boolean {
  return isInclusive ? sum >= from && sum <= to : sum > from && sum < to;
}
const inclusive = /least|most|up to|mindestens|hochstens|au moins|au plus|al menos|maximo|=/;

const more =
  "over|above|more than|greater than|higher than|exceeding|that exceed|at least|uber|mehr als|mindestens|plus de|superieure?s? a|au moins|mas de|superiores a|superior a|al menos|por encima de|>=?";
const less =
  "under|below|less than|lower than|cheaper than|at most|up to|unter|weniger als|hochstens|moins de|inferieure?s? a|au plus|menos de|inferiores a|inferior a|como maximo|<=?";
const pattern = new RegExp(
  `(?<![\\p{L}])(${more}|${less})\\s*(?:[a-z]{3}\\s|[€$£¥])?\\s*(\\d[\\d.,' \u00a0]*)\\s*(k\\b|thousand|tausend|mille|mil\\b|million(?:en|s)?|mio)?`,
  "u",
);

/** Returns the sums that a question names as a bound: "over €5,000". Null if it names none. */
export function sumsIn(question: string): SumRange | null {
  const match = pattern.exec(fold(question));
  const amount = match && numberOf(match[2] ?? "") * timesOf(match[3] ?? "");
  if (!match || !amount || isYear(match[2] ?? "", match[3])) return null;
  const isMore = new RegExp(`^(?:${more})$`, "u").test(match[1] ?? "");
  const words = [...wordsOf(match[0]), "amount", "amounts"];
  const isInclusive = inclusive.test(match[1] ?? "");
  return isMore
    ? { from: amount, to: Number.POSITIVE_INFINITY, isInclusive, words }
    : { from: Number.NEGATIVE_INFINITY, to: amount, isInclusive, words };
}

function isYear(written: string, unit: string | undefined): boolean {
  return !unit && /^(?:19|20)\d{2}$/.test(written.trim());
}

/** Reads 5,000.00, 5.000,00, 5 000 and 5000. */
function numberOf(written: string): number {
  const trimmed = written.replaceAll(/[\s'\u00a0]/g, "").replace(/[.,]$/, "");
  const cents = /[.,](\d{1,2})$/.exec(trimmed);
  const whole = (cents ? trimmed.slice(0, -cents[0].length) : trimmed).replaceAll(/\D/g, "");
  return Number(`${whole}.${cents?.[1] ?? "0"}`);
}

function timesOf(unit: string): number {
  if (/^mi(?:llion|o)/.test(unit)) return 1_000_000;
  return unit === "" ? 1 : 1_000;
}
