/** The files that a report can be. */
export const reportFormats = ["pdf", "csv", "xlsx"] as const;
export type ReportFormat = (typeof reportFormats)[number];
