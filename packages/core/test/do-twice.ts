import { added, type Counts } from "../src/schedules/contract";
import type { Schedule } from "../src/schedules/schedule";

/** All of the work, each part of it twice, as a worker does that dies before it has said that it is done. */
export async function doTwice(schedule: Schedule, ctx: Parameters<Schedule["work"]>[0]) {
  let counts: Counts = {};
  let from: string | null = null;
  for (let part = 0; part < 50; part++) {
    const first = await schedule.work(ctx, from);
    const second = await schedule.work(ctx, from);
    counts = added(counts, first.counts);
    from = second.next;
    if (from === null) return { counts, second: second.counts };
  }
  throw new Error("It does not come to an end");
}
