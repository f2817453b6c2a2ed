import { applyPart } from "@besunny/core/automations/applying/apply-part";
import { rehearsalApplyAsked } from "@besunny/core/events";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";
import { waitWhilePaused } from "../wait-while-paused";

/** An engine keeps at most 1,000 steps of a run. A batch of 10,000 documents has 400 parts, each of two steps. */
const MOST_PARTS = 450;

/** Applies a rehearsal to its documents, part by part, while its batch is not paused or cancelled. */
export const applyRehearsal = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "apply-rehearsal",
      triggers: [{ event: rehearsalApplyAsked.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      idempotency: "event.data.batchId",
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, rehearsalId, batchId } = rehearsalApplyAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "apply-rehearsal");
      for (let part = 0; part < MOST_PARTS; part += 1) {
        await waitWhilePaused(step, caller, batchId);
        const { isOver } = await step.run(`part:${part}`, () =>
          applyPart(caller, { id: rehearsalId }),
        );
        if (isOver) return;
      }
    },
  );
