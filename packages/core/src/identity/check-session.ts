import type { CallerMembership, SessionCaller } from "@besunny/db/identity/callers";
import { z } from "zod";

import type { Actor } from "../access/actor";
import { languageOf } from "../language";
import { identityOperation } from "../operation/identity";
import { idIn, ofType } from "../shapes";
import { apps, OwnAccount, OwnWorkspace } from "./contract";
import { aliveAt } from "./rules/alive-at";
import { projectsOf, roleOf } from "./rules/role-of";

const TOUCH_EVERY_MS = 60_000;

/**
 * Returns the person of a session, in one indexed read; null if the session was revoked, has run out or was not used for long. The actor is
 * of the wished workspace, or of the person's first one when none is wished or they no longer belong there.
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
      user: OwnAccount.extend({ timeZone: z.string().nullable() }),
      workspaces: z.array(OwnWorkspace),
      /** The wished workspace, or the first one where nothing else is open, if it is suspended. */
      suspended: z.object({ id: idIn("ws"), name: z.string() }).nullable(),
      current: z.object({ workspaceId: idIn("ws"), actor: ofType<Actor>() }).nullable(),
    })
    .nullable(),
  doors: ["web", "rest", "admin", "cli"],
  notAudited: "Every request makes it, and what the request does leaves its own row.",

  async handle(ctx, { sessionId, app, workspaceId }) {
    const { db } = ctx;
    const alive = aliveAt(ctx);
    const { now } = alive;
    const found = await db.identity.callers.findBySession(sessionId, alive);
    if (!found || found.app !== app) return null;
    if (now.getTime() - found.lastSeenAt.getTime() > TOUCH_EVERY_MS)
      await db.identity.sessions.touch(sessionId, now);

    const user = { ...found.user, language: languageOf(found.user.language) };
    const memberships = found.memberships.filter(({ isSuspended }) => !isSuspended);
    const closed = found.memberships.filter(({ isSuspended }) => isSuspended);
    const wished = closed.find(({ workspace }) => workspace.id === workspaceId);
    const current =
      memberships.find(({ workspace }) => workspace.id === workspaceId) ?? memberships[0];
    return {
      sessionId,
      user,
      workspaces: memberships.map(({ role, workspace }) => ({ ...workspace, role: roleOf(role) })),
      suspended: (wished ?? (current ? null : closed[0]))?.workspace ?? null,
      current: current
        ? { workspaceId: current.workspace.id, actor: actorOf(current, found) }
        : null,
    };
  },
});

function actorOf(
  { role, projects, groups, isReadOnly }: CallerMembership,
  { sessionId, user: { id, name } }: SessionCaller,
): Actor {
  const via = { kind: "session", id: sessionId } as const;
  return {
    kind: "user",
    id,
    name,
    role: roleOf(role),
    projects: projectsOf(projects),
    groups,
    via,
    ...(isReadOnly && { isReadOnly }),
  };
}

export type CheckedSession = NonNullable<Awaited<ReturnType<typeof checkSession>>>;
