import { z } from "zod";

import { roles } from "../access/actions";
import { query } from "../operation/query";
import { Invitation } from "./contract";

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
        role: z.enum(roles).parse(role),
      })),
    };
  },
});
