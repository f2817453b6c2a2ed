import { undoPart } from "@besunny/core/automations/applying/undo-part";
import { rehearsalUndoAsked } from "@besunny/core/events";
import type { Caller } from "@besunny/core/operation/caller";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";
import type { Steps } from "../steps";

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
        before = await undoNext(step, caller, { id, userId, before }, part);
        if (before === null) return;
      }
    },
  );

type At = { id: string; userId: string; before: string | null };

async function undoNext(step: Steps, caller: Caller, at: At, part: number): Promise<string | null> {
  const { next } = await step.run(`part:${part}`, () => undoPart(caller, at));
  return next;
}
