import type { IdentityContext } from "../../context";
import { conflict } from "../../errors";
import { accountEntry } from "./account-entry";

/** Ends one session of the person and records it. Throws `CONFLICT` if the person has no such open session. */
export function endSession(
  ctx: IdentityContext,
  { userId, id }: { userId: string; id: string },
  operation: "identity.revoke-session" | "identity.sign-out",
): Promise<void> {
  return ctx.db.identity.transaction(async ({ sessions, access }) => {
    if (!(await sessions.revoke(userId, id, ctx.clock())))
      conflict("This session has ended already");
    const details = { sessionId: id };
    const entry = accountEntry(ctx, { operation, userId, subjects: [id], details });
    await access.recordAccountAudit(userId, entry);
  });
}
