import type { SupabaseClaims } from "@besunny/connectors/supabase/supabase-words";
import { z } from "zod";

import type { IdentityContext } from "../../context";
import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { idIn } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { accountEntry } from "../rules/account-entry";
import { accountOfSupabase } from "./account-of-supabase";

const ASKED_EVERY_MS = 60_000;

/**
 * Returns the session of a bearer that Supabase Auth signed; null for any other. The first sight of a session there makes one here. Every minute the
 * server is asked whether its session lives: a token verifies after a logout too. Where the server does not answer, the session waits.
 */
export const checkSupabaseToken = identityOperation("identity.check-supabase-token", {
  title: "Come in with a token of Supabase Auth",
  input: z.object({ token: secret(z.string().max(10_000)) }),
  output: z.object({ sessionId: idIn("ses") }).nullable(),
  doors: ["web", "rest"],

  async handle(ctx, { token }) {
    const claims = await ctx.supabase?.verify(token);
    if (!claims) return null;
    const { sessions } = ctx.db.identity;
    const externalId = tokenHash(`${claims.issuer} ${claims.sessionId}`);
    const known = await sessions.findExternal(externalId);
    if (known?.revokedAt) return null;
    const now = ctx.clock();
    if (known?.checkedAt && now.getTime() - known.checkedAt.getTime() < ASKED_EVERY_MS)
      return { sessionId: known.id };
    const person = await ctx.supabase?.whoIs(token);
    if (!person || person.subject !== claims.subject) {
      if (known) await sessions.revoke(known.userId, known.id, now);
      return null;
    }
    if (known) {
      await sessions.noteCheck(known.id, now, later(known.expiresAt, claims.expiresAt));
      return { sessionId: known.id };
    }
    const userId = await accountOfSupabase(ctx, { claims, person });
    if (!userId) return null;
    return { sessionId: await openExternal(ctx, { userId, externalId, claims, now }) };
  },
});

type Opening = { userId: string; externalId: string; claims: SupabaseClaims; now: Date };

async function openExternal(
  ctx: IdentityContext,
  { userId, externalId, claims, now }: Opening,
): Promise<string> {
  const { ip } = ctx;
  const userAgent = ctx.userAgent.slice(0, 300);
  const from = { app: "web", ip, userAgent, expiresAt: claims.expiresAt, now };
  return ctx.db.identity.transaction(async ({ sessions, access }) => {
    const id = await sessions.createExternal({ externalId, userId, ...from });
    const about = { userId, subjects: [id] };
    const entry = accountEntry(ctx, { operation: "identity.check-supabase-token", ...about });
    await access.recordAccountAudit(userId, entry);
    return id;
  });
}

/** A refreshed token of the same session lengthens it. */
function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
