import { readReceipts } from "../../ocr/truth";
import type { FactCase } from "./expected";

/** ICDAR-2019 SROIE: images of receipts with company, date, address and total. `hasLines` takes the true lines instead of reading images. */
export async function readSroie(directory: string, hasLines: boolean): Promise<FactCase[]> {
  const receipts = await readReceipts(directory);
  return receipts.map(({ image, fileName, lines, fields }) => ({
    name: fileName,
    path: image,
    expected: {
      type: "receipt",
      fields: {
        supplier: given(fields.company),
        date: given(fields.date && datesOf(fields.date)),
        total: given(fields.total?.replace(/[^\d.,-]/g, "")),
      },
    },
    ...(hasLines && {
      lines: lines.map(({ text, box: [left, top, right, bottom] }) => ({
        text,
        box: [left, top, right - left, bottom - top],
      })),
    }),
  }));
}

function given(value: string | undefined): string[] {
  return value ? [value] : [];
}

/** Receipts of the set write the day first; a date in digits may be said in ISO 8601 or as it is written. */
function datesOf(written: string): string {
  const [, day, month, year] = /(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})/.exec(written) ?? [];
  if (!day || !month || !year) return [written, spelt(written)].filter(Boolean).join(" | ");
  const full = year.length === 2 ? `20${year}` : year;
  return [`${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, written].join(" | ");
}

/** "27 MAR 2018" in ISO 8601. */
function spelt(written: string): string {
  const [, day, month, year] = /(\d{1,2})[ -]?([A-Z]{3})[A-Z]*[ ,-]*(\d{2,4})/i.exec(written) ?? [];
  const index = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf((month ?? "?").toLowerCase());
  if (!day || !year || index < 0) return "";
  const full = year.length === 2 ? `20${year}` : year;
  return `${full}-${String(index / 3 + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
