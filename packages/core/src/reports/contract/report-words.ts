export { type ReportFormat, reportFormats } from "@besunny/reports/report-formats";

/** Of which whole days, weeks or months a report tells, counted back from when it is made, in its zone. */
export const reportRanges = [
  "yesterday",
  "last7Days",
  "last30Days",
  "lastWeek",
  "lastMonth",
] as const;
export type ReportRange = (typeof reportRanges)[number];

/** The ways in which a report reaches people. */
export const reportChannels = ["mail", "inbox"] as const;
export type ReportChannel = (typeof reportChannels)[number];

/**
 * The states of one making of a report. `made`: the file is there, and it has not reached everybody yet. `skipped`: its figures were those of the
 * time before.
 */
export const reportRunStates = ["due", "made", "sent", "skipped", "failed"] as const;
export type ReportRunState = (typeof reportRunStates)[number];

/** The outcomes of a report for one person. `noRight`: they may not see its figures any more, and got nothing. */
export const deliveryOutcomes = ["sent", "noRight", "waiting"] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

export const mostTiles = 12;
export const mostRecipients = 50;
