import { z } from "zod";

import { query } from "../operation/query";
import { Invitation, InvitedRole } from "./contract";

/** Lists the invitations that are open, newest first. */
export const listInvitations = query("members.list-invitations", {
  title: "List open invitations",
  permission: "member.invite",
  input: z.object({}),
  output: z.object({ items: z.array(Invitation) }),
  doors: ["web"],

  async handle({ members, clock }) {
    const invitations = await members.listInvitations(clock());
    return {
      items: invitations.map(({ role, ...invitation }) => ({
        ...invitation,
        role: InvitedRole.parse(role),
      })),
    };
  },
});
