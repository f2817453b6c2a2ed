import type { FieldDefinition } from "../../ai";
import type { Conventions } from "../entities/conventions";
import { findDates } from "../entities/dates";
import { isDay, isoDate } from "../entities/iso-date";
import type { Candidate } from "./candidate";
import type { Layout } from "./pieces";
import { readDate } from "./read-value";

/** The fields that hold the date of the document itself, where no label says which date it is. */
const own = ["date", "invoice date", "quote date", "order date"];
const clock = /\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[AP]\.?M\.?|Uhr|h)?\b/iu;
const other =
  /\b(?:due|expir|valid|birth|born|deliver|period|until|from|to|since|member|promo|offer|exchange|return|best before|gültig|fällig|geboren|valable|échéance|scadenza|venc|geldig|ważn|printed|next|until|thru|through|redeem|survey|ends?)\p{L}*\W{0,3}$/iu;
const HEAD_ROWS = 14;

/** Finds the date of a bill or a paper by its place: near its head, or beside a time of the day. */
export function ownDates(
  layout: Layout,
  fields: readonly FieldDefinition[],
  labelled: readonly Candidate[],
  conventions: Conventions,
): Candidate[] {
  const name = own.find((each) => fields.some((field) => field.name === each));
  if (!name || labelled.some((each) => each.name === name)) return [];
  const taken = new Set(labelled.flatMap(({ evidence }) => evidence.map(([start]) => start)));
  const found = layout.rows.flatMap((row, index) =>
    row.flatMap((piece): Candidate[] => {
      const dates = [...findDates(piece.text, conventions), ...shortDates(piece.text)];
      return dates.slice(0, 1).flatMap((date): Candidate[] => {
        const before = piece.text.slice(0, date.start);
        const start = piece.span[0] + date.start;
        if (other.test(before) || taken.has(start)) return [];
        const hasTime = clock.test(
          row
            .map(({ text }) => text)
            .join(" ")
            .replace(piece.text.slice(date.start, date.end), " "),
        );
        const { start: _, end, ...read } = readDate(piece.text, date);
        const bonus = (hasTime ? 0.08 : 0) + (index < HEAD_ROWS ? 0.05 : 0);
        return [
          {
            ...read,
            name,
            confidence: Math.min(read.confidence, 0.72) + bonus,
            evidence: [[start, piece.span[0] + end]],
            origin: "place",
          },
        ];
      });
    }),
  );
  found.sort(
    (a, b) => b.confidence - a.confidence || (a.evidence[0]?.[0] ?? 0) - (b.evidence[0]?.[0] ?? 0),
  );
  return found.slice(0, 1);
}

const short = /(?<![\d./-])(\d{1,2})-(\d{1,2})-(\d{2})(?![\d/-])/g;

/** "25-12-18" on a till slip; day and month could be swapped unless one is over twelve. */
function shortDates(text: string) {
  return [...text.matchAll(short)].flatMap((match) => {
    const [first, second, year] = [Number(match[1]), Number(match[2]), 2000 + Number(match[3])];
    const [dayFirst, monthFirst] = [isDay(year, second, first), isDay(year, first, second)];
    if (!dayFirst && !monthFirst) return [];
    const isClear = dayFirst !== monthFirst || first === second;
    const [month, day] = dayFirst ? [second, first] : [first, second];
    const place = {
      kind: "date" as const,
      start: match.index,
      end: match.index + match[0].length,
      confidence: 0.8,
    };
    return [{ ...place, ...(isClear && { normalised: isoDate(year, month, day) }) }];
  });
}
