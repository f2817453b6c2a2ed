import type { StoredReport, StoredReportRun } from "@besunny/db/reports/reports";
import { z } from "zod";

import {
  comparisons,
  dimensions,
  grains,
  mostBreakOuts,
} from "../../metrics/contract/metric-words";
import { MetricFilter } from "../../metrics/contract/query";
import { count, idIn, instant } from "../../shapes";
import { timing } from "../../timing";
import {
  deliveryOutcomes,
  mostRecipients,
  mostTiles,
  reportChannels,
  reportFormats,
  reportRanges,
  reportRunStates,
} from "./report-words";

/** A figure of a report. The range, the zone and the filters are those of the report. */
export const ReportTileChoice = z.object({
  metric: z.string().max(60),
  /** The name that the report has for it; null: that of the catalogue. */
  title: z.string().trim().min(1).max(80).nullable().default(null),
  grain: z.enum(grains).default("none"),
  breakOuts: z.array(z.enum(dimensions)).max(mostBreakOuts).default([]),
  limit: z.number().int().min(1).max(100).default(20),
});
export type ReportTileChoice = z.infer<typeof ReportTileChoice>;

const contents = {
  title: z.string().trim().min(1).max(120),
  range: z.enum(reportRanges),
  compare: z.enum(comparisons).default("none"),
  filters: z.array(MetricFilter).max(10).default([]),
  tiles: z.array(ReportTileChoice).min(1).max(mostTiles),
};

/** The choices that are needed to see a report before it is kept. */
export const ReportContents = z.object({ ...contents, timeZone: timing.shape.timeZone });
export type ReportContents = z.infer<typeof ReportContents>;

/** The choices that people make of a report. */
export const ReportChoices = timing.safeExtend({
  ...contents,
  format: z.enum(reportFormats),
  channels: z.array(z.enum(reportChannels)).min(1).max(reportChannels.length),
  recipientIds: z.array(z.string().max(60)).min(1).max(mostRecipients),
  skipsUnchanged: z.boolean().default(false),
});
export type ReportChoices = z.infer<typeof ReportChoices>;

export const reportId = z.string().regex(/^rpt_[0-9A-Za-z_]+$/);
export const reportRunId = z.string().regex(/^rrn_[0-9A-Za-z_]+$/);
export const ofReport = z.object({ id: reportId });
export const ofReportRun = z.object({ id: reportRunId });

export const ChangedReport = ofReport.extend({ version: count, choices: ReportChoices });
export const PausedReport = ofReport.extend({ isPaused: z.boolean() });

/** A file as a door hands it over. */
export const ReportFile = z.object({
  fileName: z.string(),
  format: z.enum(reportFormats),
  base64: z.string(),
});

/** The key of a stored file, and how it is called when it is handed over. */
export const StoredFile = ReportFile.omit({ base64: true }).extend({ key: z.string() });

/** The first page as PNG in base64, and the range that the figures are of. */
export const ReportPreview = z.object({
  png: z.string(),
  from: instant,
  to: instant,
  asOf: instant,
});

/** The outcome of a report for one person, by one channel. */
export const Delivery = z.object({
  userId: z.string(),
  name: z.string(),
  channel: z.enum(reportChannels),
  outcome: z.enum(deliveryOutcomes),
});
export type Delivery = z.infer<typeof Delivery>;

/** One making of a report. */
export const ReportRun = z.object({
  id: idIn("rrn"),
  state: z.enum(reportRunStates),
  isAsked: z.boolean(),
  format: z.enum(reportFormats),
  asOf: instant.nullable(),
  hasFile: z.boolean(),
  bytes: count.nullable(),
  deliveries: z.array(Delivery),
  /** Why it was not made, or has not reached everybody. */
  problem: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type ReportRun = z.infer<typeof ReportRun>;

/** A report with its next time, which is null while it is paused, and its last run. */
export const Report = z.object({
  id: idIn("rpt"),
  version: count,
  title: z.string(),
  cron: z.string(),
  timeZone: z.string(),
  range: z.enum(reportRanges),
  compare: z.enum(comparisons),
  filters: z.array(MetricFilter),
  tiles: z.array(ReportTileChoice),
  format: z.enum(reportFormats),
  channels: z.array(z.enum(reportChannels)),
  recipientIds: z.array(z.string()),
  skipsUnchanged: z.boolean(),
  ownerId: z.string(),
  ownerName: z.string(),
  isPaused: z.boolean(),
  pauseReason: z.string().nullable(),
  nextAt: instant.nullable(),
  last: ReportRun.nullable(),
});
export type Report = z.infer<typeof Report>;

/** Returns what a stored report says is to be made. */
export function choicesOf(stored: StoredReport): ReportChoices {
  const { title, cron, timeZone, range, compare, filters, tiles } = stored;
  const { format, channels, recipientIds, skipsUnchanged } = stored;
  return ReportChoices.parse({
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
  });
}

/** Returns a stored report as people see it. */
export function reportOf(stored: StoredReport, last: StoredReportRun | null): Report {
  const { id, version, ownerId, owner, isPaused, pauseReason, dueAt } = stored;
  return {
    id,
    version,
    ...choicesOf(stored),
    ownerId,
    ownerName: owner.name,
    isPaused,
    pauseReason,
    nextAt: isPaused ? null : dueAt,
    last: last && reportRunOf(last),
  };
}

const Words = z.object({ state: z.enum(reportRunStates), format: z.enum(reportFormats) });

/** Returns a stored run as people see it. */
export function reportRunOf(stored: StoredReportRun): ReportRun {
  const { id, askedById, asOf, artefactKey, bytes, sentTo, error, createdAt, finishedAt } = stored;
  return {
    id,
    ...Words.parse(stored),
    isAsked: askedById !== null,
    asOf,
    hasFile: artefactKey !== null,
    bytes,
    deliveries: deliveriesOf(sentTo),
    problem: error,
    createdAt,
    finishedAt,
  };
}

/** Returns the deliveries that a run keeps. */
export function deliveriesOf(kept: unknown): Delivery[] {
  return z.array(Delivery).parse(kept);
}
