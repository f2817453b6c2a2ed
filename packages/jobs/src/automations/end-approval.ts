import { askPeople } from "@besunny/core/automations/approvals/ask-people";
import { expireApproval } from "@besunny/core/automations/approvals/expire-approval";
import { approvalAsked } from "@besunny/core/events";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** When the time of a question is over and nobody has answered, its run goes on as its step says, or others are asked. */
export const endApproval = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    { id: "end-approval", triggers: [{ event: approvalAsked.event }], retries: 4 },
    async ({ event, step }) => {
      const { workspaceId, approvalId, until } = approvalAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "run-automation");
      await step.sleepUntil("until", new Date(until));
      const { escalates } = await step.run("end", () => expireApproval(caller, { id: approvalId }));
      if (escalates) await step.run("ask", () => askPeople(caller, { ...escalates, round: 2 }));
    },
  );
