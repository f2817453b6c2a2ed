import type { UpkeepContext } from "../context";
import { added, type Part } from "./schedule";
import { type ScheduleName, schedules } from "./schedules";

/** A step of the run is about so long: short enough to lose little when a worker dies, long enough not to be mostly steps. */
const PART_MS = 10_000;

/** As much of the work as fits into a step, from where the last one ended. */
export async function workSchedule(
  ctx: UpkeepContext,
  { name, from }: { name: ScheduleName; from: string | null },
): Promise<Part> {
  const end = ctx.clock().getTime() + PART_MS;
  let part = await schedules[name].work(ctx, from);
  let { counts } = part;
  while (part.next !== null && ctx.clock().getTime() < end) {
    part = await schedules[name].work(ctx, part.next);
    counts = added(counts, part.counts);
  }
  return { next: part.next, counts };
}
