import { z } from "zod";
import { keyScopes } from "../access/actions";
import { type Actor, type Via } from "../access/actor";
import type { IdentityContext } from "../context";
import { identityOperation } from "../operation/operation";
import { aliveAt } from "./sign-out-everywhere";
import { projectsOf, roleOf } from "./rules/role-of";

const given = z.object({
  workspaceId: z.string(),
  userId: z.string(),
  /** How the person came when it was proven who they are. */
  via: z.object({ kind: z.enum(["session", "apiKey"]), id: z.string() }),
});

/**
 * A person who was let in before, with the rights of today; null when the session or key that they came with has ended, or they do not
 * belong to the workspace any more. The caller has proven who it is.
 */
export const findActor = identityOperation({
  input: given,

  async run(ctx, { workspaceId, userId, via }): Promise<Actor | null> {
    const { access } = ctx.db.identity;
    const [membership, alive] = await Promise.all([
      access.findMembership(workspaceId, userId),
      stillAlive(ctx, { workspaceId, userId, via }),
    ]);
    if (!membership || !alive) return null;
    const projects = projectsOf(await access.listProjects(workspaceId, userId));
    const { id, name } = membership.user;
    return { kind: "user", id, name, role: roleOf(membership.role), projects, via: alive };
  },
});

async function stillAlive(
  ctx: IdentityContext,
  { workspaceId, userId, via }: z.output<typeof given>,
): Promise<Via | null> {
  const { sessions, access } = ctx.db.identity;
  if (via.kind === "session") {
    const session = await sessions.findLive(via.id, aliveAt(ctx));
    return session?.user.id === userId ? { kind: "session", id: session.id } : null;
  }
  const key = await access.findApiKeyById(via.id, ctx.clock());
  if (key?.userId !== userId || key.workspaceId !== workspaceId) return null;
  return {
    kind: "apiKey",
    id: key.id,
    scopes: keyScopes.filter((scope) => key.scopes.includes(scope)),
  };
}
