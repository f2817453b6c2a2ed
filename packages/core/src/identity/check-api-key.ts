import type { KeyCaller } from "@besunny/db/identity/callers";
import { z } from "zod";

import type { Actor } from "../access/actor";
import type { IdentityContext } from "../context";
import { suspended } from "../errors";
import { scopesIn } from "../keys/contract";
import { identityOperation } from "../operation/identity";
import { secret } from "../operation/secret";
import { idIn, ofType } from "../shapes";
import { tokenHash } from "../token-hash";
import { accountEntry } from "./rules/account-entry";
import { projectsOf, roleOf } from "./rules/role-of";

const TOUCH_EVERY_MS = 60_000;

/**
 * Returns the person of an API key, with their present rights and the scopes of the key. Returns null if the key is unknown, revoked or has
 * run out. Throws `FORBIDDEN` while the person or the workspace is suspended. The first use on a day (UTC) leaves an audit row.
 */
export const checkApiKey = identityOperation("identity.check-api-key", {
  title: "Come in with an API key",
  input: z.object({ key: secret(z.string()) }),
  output: z.object({ workspaceId: idIn("ws"), actor: ofType<Actor>() }).nullable(),
  doors: ["web", "rest"],

  async handle(ctx, { key }) {
    const found = await ctx.db.identity.callers.findByKey(tokenHash(key), ctx.clock());
    if (!found) return null;
    if (found.isPersonSuspended) throw suspended("The owner of this key is suspended");
    if (found.suspendedWorkspace !== null)
      throw suspended(`The workspace ${found.suspendedWorkspace} is suspended`);
    await noteUse(ctx, found);

    const actor: Actor = {
      kind: "user",
      id: found.userId,
      name: found.name,
      role: roleOf(found.role),
      projects: projectsOf(found.projects),
      groups: found.groups,
      via: { kind: "apiKey", id: found.id, scopes: scopesIn(found.scopes) },
      ...(found.isReadOnly && { isReadOnly: true }),
    };
    return { workspaceId: found.workspaceId, actor };
  },
});

async function noteUse(ctx: IdentityContext, key: KeyCaller): Promise<void> {
  const { db, clock } = ctx;
  const now = clock();
  const midnight = new Date(now.toISOString().slice(0, 10));
  if (key.lastUsedAt && key.lastUsedAt >= midnight) {
    const minuteAgo = new Date(now.getTime() - TOUCH_EVERY_MS);
    if (key.lastUsedAt < minuteAgo) await db.identity.access.touchApiKey(key.id, now, minuteAgo);
    return;
  }
  await db.identity.transaction(async ({ access }) => {
    if (!(await access.touchApiKey(key.id, now, midnight))) return;
    const { userId, workspaceId } = key;
    const about = { operation: "identity.check-api-key", userId, subjects: [key.id] } as const;
    await access.recordAudit({ ...accountEntry(ctx, about), workspaceId, actorKeyId: key.id });
  });
}
