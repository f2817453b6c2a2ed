/** The forms in which a log leaves: a table, or JSON with one entry a line, as it is or as OCSF 1.6. */
export const logForms = ["csv", "jsonl", "ocsf"] as const;
