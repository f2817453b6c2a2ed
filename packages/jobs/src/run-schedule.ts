import { scheduleRunAsked } from "@besunny/core/events";
import { beginScheduleRun } from "@besunny/core/schedules/begin-schedule-run";
import { added, type Counts, type Part, scheduleName } from "@besunny/core/schedules/contract";
import { endScheduleRun } from "@besunny/core/schedules/end-schedule-run";
import { workSchedule } from "@besunny/core/schedules/work-schedule";
import type { Inngest } from "inngest";
import { z } from "zod";

import type { Callers } from "./callers";

const Asked = scheduleRunAsked.schema.extend({ schedule: scheduleName });
const Failed = z.object({ data: z.object({ event: z.object({ data: Asked }) }) });

/** Inngest allows 1,000 steps to a run; what is left then is done at the next time. */
const MOST_PARTS = 900;

/** Does the work of a schedule, part by part, unless nothing has changed since it was last done. */
export const runSchedule = (
  inngest: Inngest,
  { platformCaller }: Pick<Callers, "platformCaller">,
) =>
  inngest.createFunction(
    {
      id: "run-schedule",
      triggers: [{ event: scheduleRunAsked.event }],
      concurrency: { key: "event.data.schedule", limit: 1 },
      idempotency: "event.data.scheduleRunId",
      retries: 3,
      onFailure: async ({ event, error }) => {
        const { schedule: name, scheduleRunId: id } = Failed.parse(event).data.event.data;
        await endScheduleRun(platformCaller("run-schedule"), { name, id, error: error.message });
      },
    },
    async ({ event, step, runId }) => {
      const { schedule: name, scheduleRunId: id } = Asked.parse(event.data);
      const caller = platformCaller("run-schedule");

      const { isWanted } = await step.run("look", () =>
        beginScheduleRun(caller, { name, id, engineRunId: runId }),
      );
      if (!isWanted) return { outcome: "skipped" };

      let from: string | null = null;
      let counts: Counts = {};
      for (let number = 1; number <= MOST_PARTS; number++) {
        const position: string | null = from;
        const part: Part = await step.run(`part-${number}`, () =>
          workSchedule(caller, { name, from: position }),
        );
        counts = added(counts, part.counts);
        from = part.next;
        if (from === null) break;
      }
      return step.run("end", () => endScheduleRun(caller, { name, id, counts }));
    },
  );
