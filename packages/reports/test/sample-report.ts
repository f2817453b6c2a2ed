import type { Figure } from "@besunny/charts/figures";

import type { ReportDocument, ReportTile, ReportUnit } from "../src/report-document";

const DAY_MS = 86_400_000;
const from = new Date("2026-03-01T00:00:00.000Z");

/** Returns a report of so many tiles: lines, stacked bars, bars of groups and numbers in turns. Two calls return the same. */
export function aReport(tiles = 4, given: Partial<ReportDocument> = {}): ReportDocument {
  return {
    title: "Wöchentlicher Überblick – Łódź",
    about: "Müller & Söhne GmbH",
    range: { from, to: new Date(from.getTime() + 30 * DAY_MS) },
    timeZone: "Europe/Berlin",
    filters: ["Type is invoice"],
    asOf: new Date("2026-03-31T04:00:00.000Z"),
    tiles: Array.from({ length: tiles }, (_, place) => aTile(place)),
    ...given,
  };
}

const kinds = ["line", "stacked", "bars", "number"] as const;
const units: readonly ReportUnit[] = ["documents", "pages", "microUsd", "share"];

function aTile(place: number): ReportTile {
  const kind = kinds[place % kinds.length] ?? "number";
  const unit = units[place % units.length] ?? "documents";
  const points = pointsOf(kind, place);
  const total =
    unit === "share" ? 0.1234 : points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return {
    title: `Figure ${place + 1}`,
    definition: `What figure ${place + 1} counts, and when it counts.`,
    kind,
    answer: {
      unit,
      grain: kind === "line" || kind === "stacked" ? "day" : "none",
      from,
      to: new Date(from.getTime() + 30 * DAY_MS),
      asOf: new Date("2026-03-31T04:00:00.000Z"),
      behindMs: place % 2 ? 180_000 : 0,
      total,
      n: 1234,
      before: { from: new Date(from.getTime() - 30 * DAY_MS), to: from, total: total / 2 },
      points,
      breakOuts: kind === "bars" ? ["Source"] : kind === "stacked" ? ["Type"] : [],
      isApproximate: place % 3 === 0,
      notFiltered: place % 2 ? ["Type"] : [],
      suppressed: place % 4 === 2 ? 2 : 0,
    },
  };
}

function pointsOf(kind: (typeof kinds)[number], place: number): Figure[] {
  const value = (at: number) => ((at * 7919 + place * 104_729) % 99_991) + 1000 * place;
  const day = (at: number) => new Date(from.getTime() + at * DAY_MS - 3_600_000);
  const none = { group: [], isRest: false };
  if (kind === "number") return [{ at: null, ...none, value: 0.1234, n: 1234 }];
  if (kind === "line")
    return Array.from({ length: 30 }, (_, at) => ({
      at: day(at),
      ...none,
      value: value(at),
      n: at,
    }));
  if (kind === "bars")
    return ["=HYPERLINK(1)", "Mail", "Größe", "Łódź"].map((name, at) => ({
      at: null,
      group: [{ key: name, name }],
      isRest: false,
      value: value(at),
      n: at,
    }));
  return Array.from({ length: 10 }, (_, at) => at).flatMap((at) =>
    ["Invoice", "Contract"].map((name, group) => ({
      at: day(at),
      group: [{ key: name, name }],
      isRest: false,
      value: value(at * 2 + group),
      n: at,
    })),
  );
}
