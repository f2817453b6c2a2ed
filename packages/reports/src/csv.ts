import { stringify } from "csv-stringify/sync";

import { flatRows, notesOf } from "./flat-rows";
import type { ReportDocument, ReportTile } from "./report-document";

const columns = [
  "figure",
  "definition",
  "unit",
  "from",
  "to",
  "time zone",
  "filters",
  "as of",
  "part",
  "group 1",
  "group 2",
  "value",
  "rows",
  "note",
] as const;

/**
 * Returns a report as CSV in UTF-8 with a mark of it, one line for each figure. Each line says what it counts, of which time, with which filters and
 * as of when. Numbers are plain. A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function reportCsv(report: ReportDocument): string {
  return stringify(
    report.tiles.flatMap((tile) => linesOf(report, tile)),
    {
      header: true,
      columns: [...columns],
      bom: true,
      escape_formulas: true,
      record_delimiter: "\r\n",
    },
  );
}

type Line = Record<(typeof columns)[number], string>;

function linesOf(report: ReportDocument, tile: ReportTile): Line[] {
  const { timeZone, filters, range } = report;
  const around = {
    figure: tile.title,
    definition: tile.definition,
    "time zone": timeZone,
    filters: filters.join("; "),
    note: notesOf(tile).join(" "),
  };
  if ("problem" in tile)
    return [
      {
        ...around,
        unit: "",
        from: range.from.toISOString(),
        to: range.to.toISOString(),
        "as of": report.asOf.toISOString(),
        part: "",
        "group 1": "",
        "group 2": "",
        value: "",
        rows: "",
      },
    ];
  const { answer } = tile;
  return flatRows(answer, timeZone).map(({ part, groups, value, n }) => ({
    ...around,
    unit: answer.unit,
    from: answer.from.toISOString(),
    to: answer.to.toISOString(),
    "as of": answer.asOf.toISOString(),
    part,
    "group 1": groups[0] ?? "",
    "group 2": groups[1] ?? "",
    value: value === null ? "" : String(value),
    rows: String(n),
  }));
}
