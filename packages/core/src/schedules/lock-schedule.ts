import type { PlatformWrites } from "@besunny/db/platform/platform-database";
import type { StoredSchedule } from "@besunny/db/platform/schedules";

import type { Clock } from "../context";
import { notFound } from "../errors";
import type { ScheduleName } from "./schedules";
import { nextTime } from "./timing";
import { timingOf } from "./timing-of";

type Tools = Pick<PlatformWrites, "schedules"> & { clock: Clock };

/** The schedule's row, made when it was never needed before. Until the transaction ends nobody else changes it or begins a run of it. */
export async function lockSchedule(
  { schedules, clock }: Tools,
  name: ScheduleName,
): Promise<StoredSchedule> {
  const known = await schedules.lock(name);
  if (known) return known;
  await schedules.add([{ name, dueAt: nextTime(timingOf(name), clock()) }]);
  return (await schedules.lock(name)) ?? notFound("Schedule", name);
}
