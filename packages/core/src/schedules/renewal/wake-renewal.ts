import { z } from "zod";
import { sweep } from "../../operation/platform";
import { keyOf } from "../contract";
import { renewIndex } from "./renew-index";

/** Makes the schedule that renews the index due now, if the index is not the wanted one or is not whole. A worker asks as it starts. */
export const wakeRenewal = sweep("schedules.wake-renewal", {
  title: "Renew the index now if it must be",
  permission: "schedule.work",
  input: z.object({}),
  output: z.object({ isDue: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "The schedule's run is the record." },

  async handle(ctx) {
    if ((await renewIndex.look(ctx)) === null) return { isDue: false };
    const { schedules } = ctx.db.platform;
    const key = keyOf("renew-index");
    await schedules.add([{ ...key, dueAt: ctx.clock() }]);
    await schedules.update(key, { dueAt: ctx.clock() });
    return { isDue: true };
  },
});
