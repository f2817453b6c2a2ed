import type { Report } from "../report";

/** The part of a report that the editor changes. */
export type Choices = Pick<
  Report,
  | "title"
  | "cron"
  | "timeZone"
  | "range"
  | "compare"
  | "filters"
  | "tiles"
  | "format"
  | "channels"
  | "recipientIds"
  | "skipsUnchanged"
>;
export type Tile = Choices["tiles"][number];

/** Returns the choices of a report, as the editor begins with them. */
export function choicesOf(report: Report): Choices {
  const { title, cron, timeZone, range, compare, filters, tiles } = report;
  const { format, channels, recipientIds, skipsUnchanged } = report;
  return {
    title,
    cron,
    timeZone,
    range,
    compare,
    filters,
    tiles,
    format,
    channels,
    recipientIds,
    skipsUnchanged,
  };
}

export const firstTile: Tile = {
  metric: "documents.received",
  title: null,
  grain: "day",
  breakOuts: [],
  limit: 20,
};

/** A report of last week, each Monday morning, to its maker. */
export function newChoices(timeZone: string): Choices {
  return {
    title: "",
    cron: "0 7 * * 1",
    timeZone,
    range: "lastWeek",
    compare: "before",
    filters: [],
    tiles: [firstTile],
    format: "pdf",
    channels: ["mail"],
    recipientIds: [],
    skipsUnchanged: false,
  };
}
