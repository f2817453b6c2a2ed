import { abbreviationAt } from "./abbreviations";
import { beginsSentence } from "./openers";

/** Characters around an end that show whether it ends a sentence. */
const LOOK = 48;

/** Languages that write a full stop after the day of a date. */
const dotted = "bs cs da de et fi hr hu is lt lv nb nn pl sk sl sr-Latn tr".split(" ");
let months: ReadonlySet<string> | undefined;

/** Words before an ordinal number: articles and prepositions of languages that write "3." for "third". */
const beforeOrdinal =
  /(?:^|[\s(])(?:ab|am|an|bei|beim|bis|das|dem|den|der|des|die|ein|eine|einem|einen|einer|eines|ihr|ihre|im|in|ins|jede|jeder|jedes|nach|pro|seinem?|seit|seinen?|und|unser|vom|von|vor|zum|zur|zu|fra|til|på|den|det|d|kl|dnia|od|do|z|w|po|lub|oraz|ze|ve|az|és|ne|na|ob|ke|k|dne|do|a|i)\.?\s$/iu;

/** A number or letter of a list with nothing before it: "1.", "2.3.", "(a)", "iv." */
const listNumber = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|\p{L}|[ivxIVX]{1,5})[.)]\)?$/u;

/**
 * True if a sentence goes on after what looks like its end. `start`, `end` and `next` are positions in the text: its beginning, its end, and the
 * beginning of what comes after it.
 */
export function goesOn(
  text: string,
  [start, end]: readonly [number, number],
  next: number,
): boolean {
  const before = text.slice(Math.max(start, end - LOOK), end);
  const after = text.slice(next, next + LOOK);
  if (end - start <= 24 && listNumber.test(text.slice(start, end))) return true;
  if (end === next && /(?:\/\/|www\.|@)\S*[.!?]$/u.test(before))
    return /^[\p{L}\p{N}]/u.test(after);
  if (before.endsWith(".") && isAbbreviated(before, after)) return true;
  return !text.slice(end, next).includes("\n") && /^\p{Ll}/u.test(after);
}

function isAbbreviated(before: string, after: string): boolean {
  const kind = abbreviationAt(before);
  if (kind === "always") return true;
  if (kind !== undefined && /^[\d(]|^[IVXLC]+\b/.test(after)) return true;
  if (kind === "perhaps") return /^[\p{L}\d"“„(&]/u.test(after) && !beginsSentence(after);
  return isOrdinal(before, after);
}

function isOrdinal(before: string, after: string): boolean {
  const number = /(?<![\p{L}\p{N}.,])(?:\d{1,3}|[IVX]{1,5})\.$/u.exec(before);
  if (!number || beginsSentence(after)) return false;
  const name = /^\p{L}+/u.exec(after)?.[0] ?? "";
  const isDay = /^\d{1,2}\.$/.test(number[0]) && Number.parseInt(number[0], 10) <= 31;
  if (isDay && isMonth(name)) return true;
  return /^[\p{Lu}\d]/u.test(after) && beforeOrdinal.test(before.slice(0, number.index));
}

/** Month names as dates have them, long and short. They are collected when first needed. */
function isMonth(word: string): boolean {
  months ??= new Set(
    dotted.flatMap((code) =>
      (["long", "short"] as const).flatMap((length) => {
        const date = new Intl.DateTimeFormat(code, { day: "numeric", month: length });
        return Array.from({ length: 12 }, (_, month) =>
          date
            .formatToParts(new Date(2026, month, 15))
            .filter(({ type }) => type === "month")
            .map(({ value }) => value.toLowerCase().replace(/\.$/, "")),
        ).flat();
      }),
    ),
  );
  return months.has(word.toLowerCase());
}
