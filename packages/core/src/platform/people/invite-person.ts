import { z } from "zod";

import { roles } from "../../access/actions";
import { conflict, notFound } from "../../errors";
import { email } from "../../identity/contract";
import { platformCommand } from "../../operation/platform";
import { workspaceId as aWorkspaceId, OneTimeLink } from "./contract";
import { inviteTo } from "./invite-to";
import { noteIn } from "./note-in";

/** Makes a link that lets one person into a workspace, in any role. Throws `CONFLICT` for a member. */
export const invitePerson = platformCommand("platform.invite-person", {
  title: "Invite a person to a workspace",
  permission: "people.manage",
  input: z.object({ workspaceId: aWorkspaceId, email, role: z.enum(roles) }),
  output: OneTimeLink,
  doors: ["admin"],
  stepUp: true,

  async handle(tools, { workspaceId, email: address, role }) {
    const { workspaces, people, changed } = tools;
    if (!(await workspaces.find(workspaceId))) notFound("Workspace", workspaceId);
    const known = await people.findByEmail(address);
    if (known && (await workspaces.findMember(workspaceId, known.id)))
      conflict(`${address} is a member already`);
    const { id, url, expiresAt } = await inviteTo(tools, workspaceId, { email: address, role });
    const change = { subject: id, before: {}, after: { email: address, role } };
    changed(change);
    await noteIn(tools, workspaceId, { operation: "platform.invite-person", change });
    return { url, expiresAt };
  },
});
