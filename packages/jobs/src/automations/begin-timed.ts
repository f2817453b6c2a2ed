import { beginTimed as begin } from "@besunny/core/automations/timed/begin-timed";
import { automationDue } from "@besunny/core/events";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** An engine keeps at most so many steps of a run. */
const MOST_PARTS = 900;

/** When the time of an automation has come, its runs begin, part by part of its documents. */
export const beginTimed = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    { id: "begin-timed", triggers: [{ event: automationDue.event }], retries: 4 },
    async ({ event, step }) => {
      const { workspaceId, automationId: id, at } = automationDue.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "match-automations");
      let after: string | null = "";
      for (let part = 0; after !== null && part < MOST_PARTS; part += 1) {
        const from: string = after;
        after = (await step.run(`part:${from}`, () => begin(caller, { id, at, after: from }))).next;
      }
    },
  );
