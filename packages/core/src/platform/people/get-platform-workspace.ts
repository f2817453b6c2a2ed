import { z } from "zod";

import { roles } from "../../access/actions";
import { notFound } from "../../errors";
import { platformQuery } from "../../operation/platform";
import { ofWorkspace, PlatformWorkspaceDetail } from "./contract";

/** Returns a workspace with its people and open invitations. */
export const getPlatformWorkspace = platformQuery("platform.get-platform-workspace", {
  title: "Get a workspace",
  permission: "platform.read",
  input: ofWorkspace,
  output: PlatformWorkspaceDetail,
  doors: ["admin"],

  async handle({ db, clock }, { id }) {
    const { workspaces } = db.platform;
    const found = (await workspaces.find(id)) ?? notFound("Workspace", id);
    const [members, invitations] = await Promise.all([
      workspaces.listMembers(id),
      workspaces.listInvitations(id, clock()),
    ]);
    const Role = z.enum(roles);
    return {
      ...found,
      members: members.map(({ user, role, ...member }) => ({
        ...member,
        ...user,
        role: Role.parse(role),
      })),
      invitations: invitations.map((each) => ({ ...each, role: Role.parse(each.role) })),
    };
  },
});
