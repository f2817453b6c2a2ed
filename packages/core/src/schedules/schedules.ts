import type { ScheduleName } from "./contract";
import { emptyTrash } from "./empty-trash";
import { reconcileIndex } from "./reconcile-index";
import { removeLeftoverUploads } from "./remove-leftover-uploads";
import { removeOldRuns } from "./remove-old-runs";
import type { Schedule } from "./schedule";

/** All work that is done by the clock. Changes by admins and past runs are in the database. */
export const schedules: Readonly<Record<ScheduleName, Schedule>> = {
  "empty-trash": emptyTrash,
  "reconcile-index": reconcileIndex,
  "remove-leftover-uploads": removeLeftoverUploads,
  "remove-old-runs": removeOldRuns,
};
