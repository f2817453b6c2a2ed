import { z } from "zod";

import type { Actor } from "../access/actor";
import type { IdentityContext } from "../context";
import { scopesIn } from "../keys/contract";
import { identityOperation } from "../operation/identity";
import { ofType } from "../shapes";
import { barOf, isWithin } from "./contract/sign-in-policy";
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

  handle: (ctx, { workspaceId, userId, via }): Promise<Actor | null> =>
    via.kind === "session"
      ? bySession(ctx, { workspaceId, userId, id: via.id })
      : byKey(ctx, { workspaceId, userId, id: via.id }),
});

type At = { workspaceId: string; userId: string; id: string };

async function bySession(
  ctx: IdentityContext,
  { workspaceId, userId, id }: At,
): Promise<Actor | null> {
  const alive = aliveAt(ctx);
  const session = await ctx.db.identity.callers.findBySession(id, alive);
  const place = session?.memberships.find(({ workspace }) => workspace.id === workspaceId);
  if (!session || session.user.id !== userId || !place || place.isSuspended) return null;
  const { method, hasSecondFactor, createdAt, confirmedAt, user } = session;
  const proof = { userId, role: place.role, method, hasSecondFactor, createdAt, ip: ctx.ip };
  if (barOf(place.policy, proof, alive.now)) return null;
  return {
    kind: "user",
    id: userId,
    name: user.name,
    role: roleOf(place.role),
    projects: projectsOf(place.projects),
    groups: place.groups,
    ...(place.isReadOnly && { isReadOnly: true }),
    via: {
      kind: "session",
      id,
      confirmedAt,
      entered: { method, hasSecondFactor, createdAt, ip: ctx.ip },
    },
  };
}

async function byKey(ctx: IdentityContext, { workspaceId, userId, id }: At): Promise<Actor | null> {
  const { access } = ctx.db.identity;
  const [membership, key, networks] = await Promise.all([
    access.findMembership(workspaceId, userId),
    access.findApiKeyById(id, ctx.clock()),
    access.findNetworks(workspaceId),
  ]);
  if (!membership || key?.userId !== userId || key.workspaceId !== workspaceId) return null;
  if (networks.length > 0 && !isWithin(ctx.ip, networks)) return null;
  const projects = projectsOf(await access.listProjects(workspaceId, userId));
  const groups = await access.listGroups(workspaceId, userId);
  const via = { kind: "apiKey" as const, id, scopes: scopesIn(key.scopes) };
  const { name } = membership.user;
  const standing = membership.workspace.billingAccount?.state;
  const isReadOnly = standing === "restricted" || standing === "cancelled";
  const person = { kind: "user", id: userId, name, role: roleOf(membership.role) } as const;
  return { ...person, projects, groups, via, ...(isReadOnly && { isReadOnly }) };
}
