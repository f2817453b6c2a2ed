import type { StoredSchedule } from "@besunny/db/platform/schedules";
import type { Timing } from "../timing";
import type { ScheduleName } from "./contract";
import { schedules } from "./schedules";

/** Returns the timing that an admin has set, else the schedule's own in UTC. */
export function timingOf(name: ScheduleName, stored?: StoredSchedule | null): Timing {
  return { cron: stored?.cron ?? schedules[name].cron, timeZone: stored?.timeZone ?? "UTC" };
}
