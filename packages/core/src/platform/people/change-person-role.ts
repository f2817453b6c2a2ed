import { z } from "zod";

import { roles } from "../../access/actions";
import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { userId as aUserId, workspaceId as aWorkspaceId } from "./contract";
import { noteIn } from "./note-in";

/** Changes the role of a person in a workspace, which keeps at least one owner. */
export const changePersonRole = platformCommand("platform.change-person-role", {
  title: "Change the role of a person in a workspace",
  permission: "people.manage",
  input: z.object({ workspaceId: aWorkspaceId, userId: aUserId, role: z.enum(roles) }),
  output: nothing,
  doors: ["admin"],
  stepUp: true,

  async handle(tools, { workspaceId, userId, role }) {
    const { workspaces, changed } = tools;
    const member = (await workspaces.findMember(workspaceId, userId)) ?? notFound("Member", userId);
    if (member.role === role) return;
    if (member.role === "owner" && (await workspaces.countOwners(workspaceId)) === 1)
      conflict("A workspace needs an owner", "Make somebody else an owner first.");
    await workspaces.changeRole(workspaceId, userId, role);
    const change = { subject: userId, before: { role: member.role }, after: { role } };
    changed(change);
    await noteIn(tools, workspaceId, { operation: "platform.change-person-role", change });
  },
});
