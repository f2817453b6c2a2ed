import { z } from "zod";

import type { Actor, Via } from "../access/actor";
import type { IdentityContext } from "../context";
import { scopesIn } from "../keys/contract";
import { identityOperation } from "../operation/identity";
import { ofType } from "../shapes";
import { aliveAt } from "./rules/alive-at";
import { projectsOf, roleOf } from "./rules/role-of";

const given = z.object({
  workspaceId: z.string(),
  userId: z.string(),
  /** The session or key with which the person proved their identity. */
  via: z.object({ kind: z.enum(["session", "apiKey"]), id: z.string() }),
});

/**
 * Returns a person who was let in before, with their rights of today. Returns null if their session or key has ended or they have left the
 * workspace. The caller has proven who the person is.
 */
export const findActor = identityOperation("identity.find-actor", {
  title: "Look up a person who was let in before",
  input: given,
  output: ofType<Actor | null>(),
  doors: ["web", "rest"],
  notAudited: "It reads.",

  async handle(ctx, { workspaceId, userId, via }): Promise<Actor | null> {
    const { access } = ctx.db.identity;
    const [membership, alive] = await Promise.all([
      access.findMembership(workspaceId, userId),
      stillAlive(ctx, { workspaceId, userId, via }),
    ]);
    if (!membership || !alive) return null;
    const projects = projectsOf(await access.listProjects(workspaceId, userId));
    const groups = await access.listGroups(workspaceId, userId);
    const { id, name } = membership.user;
    const standing = membership.workspace.billingAccount?.state;
    const isReadOnly = standing === "restricted" || standing === "cancelled";
    const person = { kind: "user", id, name, role: roleOf(membership.role), projects } as const;
    return { ...person, groups, via: alive, ...(isReadOnly && { isReadOnly }) };
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
  return { kind: "apiKey", id: key.id, scopes: scopesIn(key.scopes) };
}
