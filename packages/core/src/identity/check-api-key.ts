import type { IdentityDatabase } from "@besunny/db/identity/identity-database";
import { z } from "zod";
import { type KeyScope, keyScopes } from "../access/actions";
import { type Actor } from "../access/actor";
import type { IdentityContext } from "../context";
import { identityOperation } from "../operation/operation";
import { secret } from "../operation/secret";
import { projectsOf, roleOf } from "./rules/role-of";
import { tokenHash } from "../token-hash";

const TOUCH_EVERY_MS = 60_000;

/**
 * Whose key it is, with the rights that this person has today and the scopes of the key; null when it is unknown, revoked or has run out.
 * The first use on a day (UTC) is told to the audit log.
 */
export const checkApiKey = identityOperation({
  input: z.object({ key: secret(z.string()) }),

  async run(ctx, { key }) {
    const { access } = ctx.db.identity;
    const found = await access.findApiKey(tokenHash(key), ctx.clock());
    const membership = found && (await access.findMembership(found.workspaceId, found.userId));
    if (!found || !membership) return null;
    await noteUse(ctx, found);

    const projects = projectsOf(await access.listProjects(found.workspaceId, found.userId));
    const { id, name } = membership.user;
    const actor: Actor = {
      kind: "user",
      id,
      name,
      role: roleOf(membership.role),
      projects,
      via: { kind: "apiKey", id: found.id, scopes: scopesIn(found.scopes) },
    };
    return { workspaceId: found.workspaceId, actor };
  },
});

type Found = NonNullable<Awaited<ReturnType<IdentityDatabase["access"]["findApiKey"]>>>;

async function noteUse({ db, clock, ip }: IdentityContext, key: Found): Promise<void> {
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
