import { z } from "zod";

import type { IdentityContext } from "../context";
import { conflict } from "../errors";
import { identityOperation } from "../operation/operation";
import { accountEntry } from "./rules/account-entry";
import { endApiKeys } from "./rules/end-api-keys";

const DAY_MS = 86_400_000;

/** What makes a session count as alive: now, and the time since which it must have been used. */
export function aliveAt({ clock, rules }: Pick<IdentityContext, "clock" | "rules">) {
  const now = clock();
  return { now, idleSince: new Date(now.getTime() - rules.sessionIdleDays * DAY_MS) };
}

/** Where a person is signed in; `isCurrent` is the session that asks. */
export const listSessions = identityOperation({
  input: z.object({ userId: z.string(), sessionId: z.string() }),

  async run(ctx, { userId, sessionId }) {
    const sessions = await ctx.db.identity.sessions.listLive(userId, aliveAt(ctx));
    return {
      items: sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId })),
    };
  },
});

export const revokeSession = identityOperation({
  input: z.object({ userId: z.string(), id: z.string() }),
  run: (ctx, input) => end(ctx, input, "identity.sessionRevoked"),
});

/** Ends the session that asks. */
export const signOut = identityOperation({
  input: z.object({ userId: z.string(), id: z.string() }),
  run: (ctx, input) => end(ctx, input, "identity.signOut"),
});

/** Everywhere, here too: every session of the person ends at once, and on request every API key. */
export const signOutEverywhere = identityOperation({
  input: z.object({ userId: z.string(), revokeKeys: z.boolean().default(false) }),

  run: (ctx, { userId, revokeKeys }) =>
    ctx.db.identity.transaction(async ({ sessions, access }) => {
      const now = ctx.clock();
      const ended = await sessions.revokeAll(userId, now);
      const keysEnded = revokeKeys ? await endApiKeys({ access }, { userId, now }) : 0;
      await access.recordAccountAudit(
        accountEntry(ctx, "identity.signedOutEverywhere", userId, { ended, keysEnded }),
      );
      return { ended, keysEnded };
    }),
});

function end(
  ctx: IdentityContext,
  { userId, id }: { userId: string; id: string },
  action: "identity.sessionRevoked" | "identity.signOut",
): Promise<void> {
  return ctx.db.identity.transaction(async ({ sessions, access }) => {
    if (!(await sessions.revoke(userId, id, ctx.clock())))
      conflict("This session has ended already");
    await access.recordAccountAudit(accountEntry(ctx, action, userId, { sessionId: id }));
  });
}
