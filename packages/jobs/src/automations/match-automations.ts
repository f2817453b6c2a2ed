import { matchAutomations as match } from "@besunny/core/automations/running/match-automations";
import {
  documentFailed,
  documentReady,
  documentReviewWanted,
  documentsFiled,
  documentTrashed,
  documentTypeCorrected,
  meetingUnderstood,
} from "@besunny/core/events";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";
import { happenedBy } from "./happened-by";

/** After a stage of a document has finished, the automations begin that wait for it. */
export const matchAutomations = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "match-automations",
      triggers: [
        { event: documentReady.event },
        { event: documentFailed.event },
        { event: documentTypeCorrected.event },
        { event: documentReviewWanted.event },
        { event: meetingUnderstood.event },
        { event: documentsFiled.event },
        { event: documentTrashed.event },
      ],
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, each } = happenedBy(event.name, event.data);
      const caller = workspaceCaller(workspaceId, "match-automations");
      for (const { documentId, happened } of each)
        await step.run(`match:${documentId}`, () =>
          match(caller, { documentId, happened, eventId: event.id ?? null }),
        );
    },
  );
