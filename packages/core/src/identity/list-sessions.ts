import { z } from "zod";

import { identityOperation } from "../operation/identity";
import { apps, SessionSummary } from "./contract";
import { aliveAt } from "./rules/alive-at";

/** Lists the open sessions of a person; `isCurrent` marks the session of the caller. */
export const listSessions = identityOperation("identity.list-sessions", {
  title: "List your sessions",
  input: z.object({ userId: z.string(), sessionId: z.string() }),
  output: z.object({ items: z.array(SessionSummary) }),
  doors: ["web"],
  notAudited: "It reads.",

  async handle(ctx, { userId, sessionId }) {
    const sessions = await ctx.db.identity.sessions.listLive(userId, aliveAt(ctx));
    return {
      items: sessions.map(({ app, ...session }) => ({
        ...session,
        app: z.enum(apps).parse(app),
        isCurrent: session.id === sessionId,
      })),
    };
  },
});
