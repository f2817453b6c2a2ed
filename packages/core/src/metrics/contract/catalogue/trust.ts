import { asDecidedThen, asKnownNow, counted, metricOf, standing, summed } from "./entry";

const ofLog = { ...counted, ...asDecidedThen, audience: "admins", unit: "rows" } as const;

/** Figures of refusals, deletions and storage, and of events that wait. */
export const trustMetrics = [
  metricOf("audit", {
    name: "trust.refusals",
    title: "Refused calls",
    definition: "Rows of the audit log that say somebody was refused for a lack of rights.",
    measure: "refused",
    better: "down",
    ...ofLog,
  }),
  metricOf("audit", {
    name: "trust.changes",
    title: "Rows of the audit log",
    definition: "Everything that the audit log recorded: changes, openings and refusals.",
    measure: "written",
    better: null,
    ...ofLog,
  }),
  metricOf("audit", {
    name: "trust.deletions",
    title: "Deletions",
    definition:
      "How often somebody deleted documents for good. One row may be of several documents.",
    measure: "deleted",
    better: null,
    ...ofLog,
  }),
  metricOf("calls", {
    name: "trust.calls-withheld",
    title: "Calls that redaction kept back",
    definition:
      "Calls to outside models that the redaction policy of the workspace did not let go.",
    measure: "withheld",
    better: null,
    ...counted,
    ...asDecidedThen,
    audience: "admins",
    unit: "calls",
  }),
  metricOf("results", {
    name: "trust.results-withheld",
    title: "Results whose text was kept back",
    definition: "Results that local models made because redaction kept the text from leaving.",
    measure: "withheld",
    better: null,
    ...counted,
    ...asDecidedThen,
    audience: "admins",
    unit: "rows",
  }),
  metricOf("storage", {
    name: "storage.held",
    title: "Bytes stored now",
    definition:
      "The size of all versions of all documents, those in the trash included, as they stand now. The range does not change it.",
    measure: "held",
    better: null,
    ...standing,
    ...asKnownNow,
    audience: "admins",
    unit: "bytes",
  }),
  metricOf("storage", {
    name: "storage.added",
    title: "Bytes stored",
    definition:
      "The size of versions of documents by the time they were stored. What was deleted for good since is not in it.",
    measure: "stored",
    better: null,
    ...summed,
    ...asKnownNow,
    audience: "admins",
    unit: "bytes",
  }),
  metricOf("events", {
    name: "outbox.waiting",
    title: "Events that wait to be sent",
    definition: "Events of the outbox that were not sent yet, as they stand now.",
    measure: "waiting",
    better: "down",
    ...standing,
    ...asKnownNow,
    audience: "platform",
    unit: "rows",
  }),
  metricOf("events", {
    name: "outbox.oldest",
    title: "Longest wait of an event",
    definition: "The time since the oldest event that was not sent yet was written.",
    measure: "oldest",
    better: "down",
    ...standing,
    ...asKnownNow,
    isAdditive: false,
    audience: "platform",
    unit: "ms",
  }),
];
