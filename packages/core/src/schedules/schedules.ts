import { z } from "zod";

import { emptyTrash } from "./empty-trash";
import { reconcileIndex } from "./reconcile-index";
import { removeLeftoverUploads } from "./remove-leftover-uploads";
import { removeOldRuns } from "./remove-old-runs";
import type { Schedule } from "./schedule";

export const scheduleNames = [
  "empty-trash",
  "reconcile-index",
  "remove-leftover-uploads",
  "remove-old-runs",
] as const;
export type ScheduleName = (typeof scheduleNames)[number];
export const scheduleName = z.enum(scheduleNames);

/** All that is done by the clock. What people change of it, and what happened, is in the database. */
export const schedules: Readonly<Record<ScheduleName, Schedule>> = {
  "empty-trash": emptyTrash,
  "reconcile-index": reconcileIndex,
  "remove-leftover-uploads": removeLeftoverUploads,
  "remove-old-runs": removeOldRuns,
};
