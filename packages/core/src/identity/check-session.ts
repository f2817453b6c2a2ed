import { z } from "zod";

import type { Role } from "../access/actions";
import type { Actor } from "../access/actor";
import { identityOperation } from "../operation/identity";
import { idIn, ofType } from "../shapes";
import { Account, apps, OwnWorkspace } from "./contract";
import { aliveAt } from "./rules/alive-at";
import { projectsOf, roleOf } from "./rules/role-of";

const TOUCH_EVERY_MS = 60_000;

/**
 * Returns the person of a session, in one indexed read; null when it was revoked, has run out or was not used for long. The actor is of the
 * wished workspace, or of the person's first one when none is wished or they no longer belong there.
 */
export const checkSession = identityOperation("identity.check-session", {
  title: "Check a session",
  input: z.object({
    sessionId: z.string(),
    app: z.enum(apps),
    workspaceId: z.string().optional(),
  }),
  output: z
    .object({
      sessionId: idIn("ses"),
      user: Account,
      workspaces: z.array(OwnWorkspace),
      current: z.object({ workspaceId: idIn("ws"), actor: ofType<Actor>() }).nullable(),
    })
    .nullable(),
  doors: ["web", "rest", "admin", "cli"],
  notAudited: "Every request makes it, and what the request does leaves its own row.",

  async handle(ctx, { sessionId, app, workspaceId }) {
    const { db } = ctx;
    const alive = aliveAt(ctx);
    const { now } = alive;
    const session = await db.identity.sessions.findLive(sessionId, alive);
    if (!session || session.app !== app) return null;
    if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS)
      await db.identity.sessions.touch(session.id, now);

    const { memberships, ...user } = session.user;
    const current =
      memberships.find(({ workspace }) => workspace.id === workspaceId) ?? memberships[0];
    return {
      sessionId,
      user,
      workspaces: memberships.map(({ role, workspace }) => ({ ...workspace, role: roleOf(role) })),
      current: current
        ? {
            workspaceId: current.workspace.id,
            actor: await actorOf(current.workspace.id, roleOf(current.role)),
          }
        : null,
    };

    async function actorOf(id: string, role: Role): Promise<Actor> {
      const projects = projectsOf(await db.identity.access.listProjects(id, user.id));
      const via = { kind: "session", id: sessionId } as const;
      return { kind: "user", id: user.id, name: user.name, role, projects, via };
    }
  },
});

export type CheckedSession = NonNullable<Awaited<ReturnType<typeof checkSession>>>;
