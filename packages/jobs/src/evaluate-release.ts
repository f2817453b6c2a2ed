import { evaluationAsked } from "@besunny/core/events";
import { endEvaluation } from "@besunny/core/trials/evaluations/end-evaluation";
import { evaluatePart } from "@besunny/core/trials/evaluations/evaluate-part";
import type { Inngest } from "inngest";
import { z } from "zod";

import type { Callers } from "./callers";

const Failed = z.object({
  data: z.object({ event: z.object({ data: evaluationAsked.schema }) }),
});
/** Inngest allows 1,000 steps to a run. */
const MOST_PARTS = 900;
const LONGEST_PROBLEM = 500;

/** Runs a release over a frozen dataset, part by part. */
export const evaluateRelease = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "evaluate-release",
      triggers: [{ event: evaluationAsked.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      idempotency: "event.data.evaluationId",
      retries: 3,
      onFailure: async ({ event, error }) => {
        const { workspaceId, evaluationId: id } = Failed.parse(event).data.event.data;
        const problem = error.message.slice(0, LONGEST_PROBLEM);
        await endEvaluation(workspaceCaller(workspaceId, "evaluate-release"), { id, problem });
      },
    },
    async ({ event, step }) => {
      const { workspaceId, evaluationId: id } = evaluationAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "evaluate-release");

      let after = "";
      for (let number = 1; number <= MOST_PARTS; number++) {
        const from = after;
        const part = await step.run(`part-${number}`, () =>
          evaluatePart(caller, { id, after: from }),
        );
        if (part.next === null) break;
        after = part.next;
      }
      await step.run("count", () => endEvaluation(caller, { id }));
    },
  );
