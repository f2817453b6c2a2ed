/** The units in which a rule of retention counts. */
export const retentionUnits = ["days", "months", "years"] as const;
/** The day from which a rule counts: the one that the document bears, or the one on which it came. */
export const retentionStarts = ["dated", "added"] as const;
/** The number of days between the notice and the move: people hear of it before a rule moves a document to the trash. */
export const DAYS_TOLD_BEFORE = 7;
