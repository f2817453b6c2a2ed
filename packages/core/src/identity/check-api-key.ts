import { z } from "zod";

import { identityOperation } from "../operation";
import type { Actor } from "../policy";
import { secret } from "../secret";
import { projectsOf, roleOf } from "./role-of";
import { tokenHash } from "./token-hash";

/** Whose key it is, with the rights that this person has today; null when it is unknown, revoked or has run out. */
export const checkApiKey = identityOperation({
  input: z.object({ key: secret(z.string().max(200)) }),

  async run({ db, clock }, { key }) {
    const now = clock();
    const { access } = db.identity;
    const found = await access.findApiKey(tokenHash(key), now);
    const membership = found && (await access.findMembership(found.workspaceId, found.userId));
    if (!found || !membership) return null;
    await access.touchApiKey(found.id, now);

    const projects = projectsOf(await access.listProjects(found.workspaceId, found.userId));
    const { id, name } = membership.user;
    const actor: Actor = { kind: "user", id, name, role: roleOf(membership.role), projects };
    return { workspaceId: found.workspaceId, actor };
  },
});
