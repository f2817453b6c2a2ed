/** The parts of time and the properties by which the figures of a project are grouped: at most one part of time and two properties. */
export const projectTimes = ["hour", "day", "week", "month"] as const;
export const projectProperties = [
  "type",
  "status",
  "format",
  "language",
  "source",
  "person",
] as const;
export const projectGroups = [...projectTimes, ...projectProperties] as const;
export type ProjectGroup = (typeof projectGroups)[number];

/** The figures of the documents of a project, in their order. Those of cost and of openings are for owners and admins of the workspace. */
export const projectFigures = [
  "documents.received",
  "documents.ready",
  "documents.failed",
  "documents.failed-share",
  "documents.unfinished",
  "documents.held",
  "documents.pages",
  "documents.bytes",
  "times.ready-median",
  "times.ready-slowest",
  "quality.confidence",
  "quality.review-waiting",
  "quality.changed-share",
  "quality.labels",
  "people.deeds",
  "questions.citing",
  "documents.cited",
  "cost.understanding",
  "cost.understanding-unknown",
  "cost.calls",
  "cost.calls-unknown",
] as const;

/** The length of the range if none is asked for, in days. */
export const USUAL_DAYS = 30;
