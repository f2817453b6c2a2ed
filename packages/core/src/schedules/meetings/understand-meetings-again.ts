import { understandAgain } from "../../meetings/understanding/understand-again";
import { counted, type Schedule } from "../schedule";

const MEETINGS_A_RUN = 50;
const PAUSE_MS = 3 * 3_600_000;
/** The causes that pass: the provider was down, or the budget was spent. */
const causes = ["provider", "budget"];

/**
 * Asks for meetings to be understood again that local models understood, because a hosted one was down or over its budget. One that falls back again
 * waits three hours. Where no hosted model is set up now, the meeting is done with after one try.
 */
export const understandMeetingsAgain: Schedule = {
  cron: "40 * * * *",

  async look({ db, clock }) {
    const [one] = await db.platform.meetings.listFallenBack(causes, {
      before: new Date(clock().getTime() - PAUSE_MS),
      limit: 1,
    });
    return one ? clock().toISOString() : null;
  },

  async work(ctx) {
    const found = await ctx.db.platform.meetings.listFallenBack(causes, {
      before: new Date(ctx.clock().getTime() - PAUSE_MS),
      limit: MEETINGS_A_RUN,
    });
    const byWorkspace = Map.groupBy(found, ({ workspaceId }) => workspaceId);
    for (const [workspaceId, meetings] of byWorkspace)
      await understandAgain(ctx.inWorkspace(workspaceId), {
        documentIds: meetings.map(({ documentId }) => documentId),
      });
    return { next: null, counts: { asked: found.length } };
  },

  summary: ({ asked }) => `Asked for ${counted(asked, "meeting")} to be understood again.`,
};
