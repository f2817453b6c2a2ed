import { beginScheduleRun } from "./begin-schedule-run";
import { changeSchedule } from "./change-schedule";
import { endScheduleRun } from "./end-schedule-run";
import { listScheduleRuns } from "./list-schedule-runs";
import { listSchedules } from "./list-schedules";
import { collectNotices } from "./notices/collect-notices";
import { pauseSchedule } from "./pause-schedule";
import { previewTiming } from "./preview-timing";
import { wakeRenewal } from "./renewal/wake-renewal";
import { resumeSchedule } from "./resume-schedule";
import { startDueSchedules } from "./start-due-schedules";
import { startSchedule } from "./start-schedule";
import { workSchedule } from "./work-schedule";

/** Every operation of the slice. */
export const schedulesOperations = [
  beginScheduleRun,
  changeSchedule,
  collectNotices,
  endScheduleRun,
  listScheduleRuns,
  listSchedules,
  pauseSchedule,
  previewTiming,
  resumeSchedule,
  startDueSchedules,
  startSchedule,
  wakeRenewal,
  workSchedule,
] as const;
