import type { Archive } from "../../../archive/archive";

export type SheetMarks = {
  /** Some cells hold a formula and no value, as programs without a calculation engine write them. */
  hasUncomputed: boolean;
  /** Some cells hold a date as text, in place of a number of days. */
  hasIsoDates: boolean;
};

const uncomputed =
  /<\/(?:\w+:)?f>\s*(?:<(?:\w+:)?v ?\/>|<(?:\w+:)?v><\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>|<(?:\w+:)?f [^<>]*\/>\s*<\/(?:\w+:)?c>/;
const isoDate = /<(?:\w+:)?c [^<>]*\bt="d"/;

/** Looks for the two contents that need other options of the spreadsheet library. Reads the sheets' bytes without parsing them. */
export async function sheetMarks(archive: Archive): Promise<SheetMarks> {
  const marks = { hasUncomputed: false, hasIsoDates: false };
  for (const name of archive.names) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const sheet = (await archive.bytes(name)).toString("latin1");
    marks.hasUncomputed ||= uncomputed.test(sheet);
    marks.hasIsoDates ||= isoDate.test(sheet);
  }
  return marks;
}
