import { meetingUnderstandingAsked } from "@besunny/core/events";
import { understandMeeting as understand } from "@besunny/core/meetings/understanding/understand-meeting";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** Understands a meeting once its transcript was read, and again when its people or its day have changed. */
export const understandMeeting = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "understand-meeting",
      triggers: [{ event: meetingUnderstandingAsked.event }],
      concurrency: { key: "event.data.documentId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, documentId } = meetingUnderstandingAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "understand-meeting");
      await step.run("understand", () => understand(caller, { documentId }));
    },
  );
