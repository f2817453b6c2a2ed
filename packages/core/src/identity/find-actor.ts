import { z } from "zod";

import { identityOperation } from "../operation";
import type { Actor } from "../policy";
import { projectsOf, roleOf } from "./role-of";

/** A person with the rights that they have today in a workspace; null when they do not belong to it. The caller has proven who it is. */
export const findActor = identityOperation({
  input: z.object({ workspaceId: z.string(), userId: z.string() }),

  async run({ db }, { workspaceId, userId }): Promise<Actor | null> {
    const { access } = db.identity;
    const membership = await access.findMembership(workspaceId, userId);
    if (!membership) return null;
    const projects = projectsOf(await access.listProjects(workspaceId, userId));
    const { id, name } = membership.user;
    const via = { kind: "session", id: "" } as const;
    return { kind: "user", id, name, role: roleOf(membership.role), projects, via };
  },
});
