import type { UpkeepContext } from "@besunny/core/context";
import { scheduleRunAsked } from "@besunny/core/events";
import { beginScheduleRun } from "@besunny/core/schedules/begin-schedule-run";
import { endScheduleRun } from "@besunny/core/schedules/end-schedule-run";
import { added, type Counts, type Part } from "@besunny/core/schedules/schedule";
import { scheduleName } from "@besunny/core/schedules/schedules";
import { workSchedule } from "@besunny/core/schedules/work-schedule";
import type { Inngest } from "inngest";
import { z } from "zod";

const Asked = scheduleRunAsked.schema.extend({ schedule: scheduleName });
const Failed = z.object({ data: z.object({ event: z.object({ data: Asked }) }) });

/** Inngest allows 1,000 steps to a run; what is left then is done at the next time. */
const MOST_PARTS = 900;

/** Does the work of a schedule, part by part, unless nothing has changed since it was last done. */
export const runSchedule = (inngest: Inngest, ctx: UpkeepContext) =>
  inngest.createFunction(
    {
      id: "run-schedule",
      triggers: [{ event: scheduleRunAsked.event }],
      concurrency: { key: "event.data.schedule", limit: 1 },
      idempotency: "event.data.scheduleRunId",
      retries: 3,
      onFailure: async ({ event, error }) => {
        const { schedule: name, scheduleRunId: id } = Failed.parse(event).data.event.data;
        await endScheduleRun(ctx, { name, id, error: error.message });
      },
    },
    async ({ event, step, runId }) => {
      const { schedule: name, scheduleRunId: id } = Asked.parse(event.data);

      const { isWanted } = await step.run("look", () =>
        beginScheduleRun(ctx, { name, id, engineRunId: runId }),
      );
      if (!isWanted) return { outcome: "skipped" };

      let from: string | null = null;
      let counts: Counts = {};
      for (let number = 1; number <= MOST_PARTS; number++) {
        const position: string | null = from;
        const part: Part = await step.run(`part-${number}`, () =>
          workSchedule(ctx, { name, from: position }),
        );
        counts = added(counts, part.counts);
        from = part.next;
        if (from === null) break;
      }
      return step.run("end", () => endScheduleRun(ctx, { name, id, counts }));
    },
  );
