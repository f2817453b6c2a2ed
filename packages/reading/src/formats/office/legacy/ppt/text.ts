import iconv from "iconv-lite";
import { kinds, type PptRecord, recordsIn } from "./records";

/** A text of a slide. Titles are roles 0 and 6. Source: [MS-PPT] 2.13.33, TextTypeEnum. */
export type PptText = { role: number; text: string };

export const isTitle = ({ role }: PptText): boolean => role === 0 || role === 6;

/** Returns the texts among some records, each with the role of the header before it. */
export function textsIn(bytes: Buffer, records: readonly PptRecord[]): PptText[] {
  const texts: PptText[] = [];
  let role = 4;
  let isOpen = false;
  for (const record of records) {
    if (record.kind === kinds.textHeader) {
      role = record.end - record.start >= 4 ? bytes.readUInt32LE(record.start) : 4;
      // A text without words still counts, because shapes refer to the texts of a slide by number.
      if (isOpen) texts.push({ role, text: "" });
      isOpen = true;
    } else if (record.kind === kinds.textChars || record.kind === kinds.textBytes) {
      texts.push({ role, text: decoded(bytes, record) });
      isOpen = false;
    }
  }
  return texts;
}

/** Returns the strings directly inside a record, by their instance. */
export function stringsIn(bytes: Buffer, within: PptRecord): Map<number, string> {
  return new Map(
    recordsIn(bytes, within)
      .filter(({ kind }) => kind === kinds.string)
      .map((record) => [record.instance, decoded(bytes, record)]),
  );
}

function decoded(bytes: Buffer, { kind, start, end }: PptRecord): string {
  const encoding = kind === kinds.textBytes ? "windows-1252" : "utf-16le";
  return iconv.decode(bytes.subarray(start, end), encoding).replaceAll("\u000b", "\n");
}
