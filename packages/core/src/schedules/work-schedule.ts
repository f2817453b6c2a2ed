import { z } from "zod";

import { sweep } from "../operation/platform";
import { added, ofSchedule, Part } from "./contract";
import { schedules } from "./schedules";

/** The approximate length of a step. It is short, so that a stopped worker loses little, and long enough that most of it is work. */
const PART_MS = 10_000;

/** Does as much of a schedule's work as fits into one step, from the position where the last step ended. Returns the next position. */
export const workSchedule = sweep("schedules.work-schedule", {
  title: "Do a part of a schedule's work",
  permission: "schedule.work",
  input: ofSchedule.extend({ from: z.string().nullable() }),
  output: Part,
  doors: ["job"],
  audit: {
    notAudited: "The schedule's run is the record; deletions leave rows in their workspaces.",
  },

  async handle(ctx, { name, from }) {
    const end = ctx.clock().getTime() + PART_MS;
    let part = await schedules[name].work(ctx, from);
    let { counts } = part;
    while (part.next !== null && ctx.clock().getTime() < end) {
      part = await schedules[name].work(ctx, part.next);
      counts = added(counts, part.counts);
    }
    return { next: part.next, counts };
  },
});
