/**
 * The slices of packages/core, lowest layer first. A slice may enter lower layers through their contract and their operations, and
 * its own layer through contracts only. To move a slice, move its name.
 */
export const layers: readonly (readonly string[])[] = [
  ["operation", "access"],
  [
    "workspaces",
    "identity",
    "members",
    "keys",
    "content",
    "understanding",
    "disk",
    "fields",
    "redaction",
    "encryption",
    "receipts",
  ],
  ["documents", "costs", "notifications", "audit", "connections", "sso"],
  [
    "projects",
    "groups",
    "sharing",
    "comments",
    "tags",
    "sensitivity",
    "looks",
    "search",
    "entities",
    "sources",
    "happenings",
    "models",
    "meetings",
    "usage",
  ],
  ["processing", "analytics", "metrics", "answers", "views", "actions", "decisions", "exports"],
  [
    "batches",
    "conversations",
    "trials",
    "workflows",
    "billing",
    "compliance",
    "webhooks",
    "briefs",
    "privacy",
    "departures",
  ],
  ["quality", "dashboards", "forecasts", "automations"],
  ["reports", "slack"],
  ["platform", "schedules", "alerts", "requests", "onboarding"],
];

/** Slices of the lowest layer that offer all of their files to every other slice. */
export const openSlices: readonly string[] = ["operation", "access"];

/** Files at the top of core belong to layer 0 and are open to all; these belong above all layers instead. */
export const topFilesAboveAll: readonly string[] = ["catalogue.ts", "health.ts"];

/** The one file that imports each slice's `operations.ts`, the list of its operations. */
export const CATALOGUE = "catalogue.ts";

/** The functions that make an operation, imported from core's `operation` folder. */
export const operationMakers =
  /^(command|query|flow|stream|(identity|platform|upkeep)(Command|Query|Flow|Stream|Operation)|sweep)$/;

/**
 * Files and folders of packages/core/src that api and jobs may import beside operations and contracts. Of the pipeline they know who calls
 * and by which door. The files that make a caller, or find the database behind one, are for the runtime and the pipeline.
 */
export const openToRequestsAndJobs: readonly string[] = [
  "errors.ts",
  "events.ts",
  "context.ts",
  "counted-address.ts",
  "catalogue.ts",
  "health.ts",
  "ids.ts",
  "known-trouble.ts",
  "language.ts",
  "moment.ts",
  "shapes.ts",
  "storage-full.ts",
  "unstorable-text.ts",
  "access/",
  "operation/caller.ts",
  "operation/platform-caller.ts",
  "operation/door.ts",
];

/** The folders of packages/core/src that may reach a context's database. */
export const reachesTheDatabase: readonly string[] = [
  "operation/",
  "identity/",
  "platform/",
  "schedules/",
];
