import { calendarEventsChanged } from "@besunny/core/events";
import { linkMeeting } from "@besunny/core/meetings/linking/link-meeting";
import { findMeetingsAround } from "@besunny/core/meetings/matching/find-meetings-around";
import { matchMeeting } from "@besunny/core/meetings/matching/match-meeting";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** After events of a calendar were recorded, looks whether meetings of their days were these. */
export const connectMeetings = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "connect-meetings",
      triggers: [{ event: calendarEventsChanged.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, from, to } = calendarEventsChanged.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "connect-meeting");
      const { documentIds } = await step.run("find", () =>
        findMeetingsAround(caller, { from: new Date(from), to: new Date(to) }),
      );
      for (const documentId of documentIds) {
        await step.run(`match ${documentId}`, () => matchMeeting(caller, { documentId }));
        await step.run(`link ${documentId}`, () => linkMeeting(caller, { documentId }));
      }
    },
  );
