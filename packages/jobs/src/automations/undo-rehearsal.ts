import { undoPart } from "@besunny/core/automations/applying/undo-part";
import { rehearsalUndoAsked } from "@besunny/core/events";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** An engine keeps at most so many steps of a run. */
const MOST_STEPS = 900;

/** Takes back what an applied rehearsal changed, part by part. */
export const undoRehearsal = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    { id: "undo-rehearsal", triggers: [{ event: rehearsalUndoAsked.event }], retries: 4 },
    async ({ event, step }) => {
      const { workspaceId, rehearsalId: id, userId } = rehearsalUndoAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "undo-rehearsal");
      let before: string | null = null;
      for (let part = 0; part < MOST_STEPS; part += 1) {
        const after: string | null = before;
        const { next } = await step.run(`part:${part}`, () =>
          undoPart(caller, { id, userId, before: after }),
        );
        if (next === null) return;
        before = next;
      }
    },
  );
