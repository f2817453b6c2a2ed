import type { KeyCaller } from "@besunny/db/identity/callers";
import { z } from "zod";

import type { IdentityContext } from "../context";
import { identityOperation } from "../operation";
import { type Actor, type KeyScope, keyScopes } from "../policy";
import { secret } from "../secret";
import { projectsOf, roleOf } from "./role-of";
import { tokenHash } from "./token-hash";

const TOUCH_EVERY_MS = 60_000;

/**
 * Whose key it is, with the rights that this person has today and the scopes of the key; null when it is unknown, revoked or has run out.
 * The first use on a day (UTC) is told to the audit log.
 */
export const checkApiKey = identityOperation({
  input: z.object({ key: secret(z.string()) }),

  async run(ctx, { key }) {
    const found = await ctx.db.identity.callers.findByKey(tokenHash(key), ctx.clock());
    if (!found) return null;
    await noteUse(ctx, found);

    const actor: Actor = {
      kind: "user",
      id: found.userId,
      name: found.name,
      role: roleOf(found.role),
      projects: projectsOf(found.projects),
      via: { kind: "apiKey", id: found.id, scopes: scopesIn(found.scopes) },
    };
    return { workspaceId: found.workspaceId, actor };
  },
});

async function noteUse({ db, clock, ip }: IdentityContext, key: KeyCaller): Promise<void> {
  const now = clock();
  const midnight = new Date(now.toISOString().slice(0, 10));
  if (key.lastUsedAt && key.lastUsedAt >= midnight) {
    const minuteAgo = new Date(now.getTime() - TOUCH_EVERY_MS);
    if (key.lastUsedAt < minuteAgo) await db.identity.access.touchApiKey(key.id, now, minuteAgo);
    return;
  }
  await db.identity.transaction(async ({ access }) => {
    if (!(await access.touchApiKey(key.id, now, midnight))) return;
    await access.recordAudit({
      workspaceId: key.workspaceId,
      actorKind: "user",
      actorId: key.userId,
      actorKeyId: key.id,
      action: "apiKey.used",
      input: { ip },
    });
  });
}

/** Postgres keeps the words to this list with a check. */
function scopesIn(scopes: readonly string[]): KeyScope[] {
  return keyScopes.filter((scope) => scopes.includes(scope));
}
