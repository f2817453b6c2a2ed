/** The files that a report can be. */
export const reportFormats = ["pdf", "csv", "xlsx"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Of which whole days, weeks or months a report tells, counted back from when it is made, in its zone. */
export const reportRanges = [
  "yesterday",
  "last7Days",
  "last30Days",
  "lastWeek",
  "lastMonth",
] as const;
export type ReportRange = (typeof reportRanges)[number];

/** How a report reaches people. */
export const reportChannels = ["mail", "inbox"] as const;
export type ReportChannel = (typeof reportChannels)[number];

/**
 * What became of one making of a report. `made`: the file is there, and it has not reached everybody yet. `skipped`: its figures were those of the
 * time before.
 */
export const reportRunStates = ["due", "made", "sent", "skipped", "failed"] as const;
export type ReportRunState = (typeof reportRunStates)[number];

/** What became of a report for one person. `noRight`: they may not see its figures any more, and got nothing. */
export const deliveryOutcomes = ["sent", "noRight", "waiting"] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

export const mostTiles = 12;
export const mostRecipients = 50;
