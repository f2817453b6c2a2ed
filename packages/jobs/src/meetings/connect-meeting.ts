import { meetingUnderstood } from "@besunny/core/events";
import { linkMeeting } from "@besunny/core/meetings/linking/link-meeting";
import { matchMeeting } from "@besunny/core/meetings/matching/match-meeting";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** Finds the calendar event of a meeting and the documents that it was about, and looks a day later at what was shared since. */
export const connectMeeting = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "connect-meeting",
      triggers: [{ event: meetingUnderstood.event }],
      concurrency: { key: "event.data.documentId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, documentId } = meetingUnderstood.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "connect-meeting");
      await step.run("match", () => matchMeeting(caller, { documentId }));
      await step.run("link", () => linkMeeting(caller, { documentId }));
      await step.sleep("a day", "25h");
      await step.run("link again", () => linkMeeting(caller, { documentId }));
    },
  );
