import { z } from "zod";

import { conflict } from "../errors";
import { identityOperation } from "../operation";
import { endApiKeys } from "./end-api-keys";

/** Where a person is signed in; `isCurrent` is the session that asks. */
export const listSessions = identityOperation({
  input: z.object({ userId: z.string(), sessionId: z.string() }),

  async run({ db, clock }, { userId, sessionId }) {
    const sessions = await db.identity.sessions.listLive(userId, clock());
    return {
      items: sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId })),
    };
  },
});

export const revokeSession = identityOperation({
  input: z.object({ userId: z.string(), id: z.string() }),

  async run({ db, clock }, { userId, id }) {
    if (!(await db.identity.sessions.revoke(userId, id, clock())))
      conflict("This session has ended already");
  },
});

/** Everywhere, here too: every session of the person ends at once, and on request every API key. */
export const signOutEverywhere = identityOperation({
  input: z.object({ userId: z.string(), revokeKeys: z.boolean().default(false) }),

  run: ({ db, clock }, { userId, revokeKeys }) =>
    db.identity.transaction(async ({ sessions, access }) => {
      const now = clock();
      const ended = await sessions.revokeAll(userId, now);
      return { ended, keysEnded: revokeKeys ? await endApiKeys({ access }, { userId, now }) : 0 };
    }),
});
