import type { PlatformWrites } from "@besunny/db/platform/platform-database";
import type { StoredSchedule } from "@besunny/db/platform/schedules";

import type { Clock } from "../context";
import { notFound } from "../errors";
import { nextTime } from "../timing";
import { keyOf, type ScheduleName } from "./contract";
import { isPausedAtFirst } from "./schedules";
import { timingOf } from "./timing-of";

type Tools = Pick<PlatformWrites, "schedules"> & { clock: Clock };

/** Locks the schedule's row until the transaction ends, and returns it. Adds the row if it does not exist yet. */
export async function lockSchedule(
  { schedules, clock }: Tools,
  name: ScheduleName,
): Promise<StoredSchedule> {
  const key = keyOf(name);
  const known = await schedules.lock(key);
  if (known) return known;
  await schedules.add([
    { ...key, dueAt: nextTime(timingOf(name), clock()), isPaused: isPausedAtFirst(name) },
  ]);
  return (await schedules.lock(key)) ?? notFound("Schedule", name);
}
