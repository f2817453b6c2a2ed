import { carryOnRehearsal } from "@besunny/core/automations/rehearsal/carry-on-rehearsal";
import { rehearsalAsked } from "@besunny/core/events";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** An engine keeps at most so many steps of a run. */
const MOST_STEPS = 900;

/** Looks at the documents of a rehearsal, part by part. A workspace has one rehearsal under way at a time. */
export const rehearseAutomation = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "rehearse-automation",
      triggers: [{ event: rehearsalAsked.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, rehearsalId } = rehearsalAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "rehearse-automation");
      for (let part = 0; part < MOST_STEPS; part += 1) {
        const { isOver } = await step.run(`part:${part}`, () =>
          carryOnRehearsal(caller, { id: rehearsalId }),
        );
        if (isOver) return;
      }
    },
  );
