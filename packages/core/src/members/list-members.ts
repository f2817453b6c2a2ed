import { z } from "zod";

import { roles } from "../access/actions";
import { query } from "../operation/query";
import { Member } from "./contract";

/** Lists the people of the workspace, in the order in which they came. */
export const listMembers = query("members.list-members", {
  title: "List members",
  permission: "member.read",
  input: z.object({}),
  output: z.object({ items: z.array(Member) }),
  doors: ["web", "cli"],

  async handle({ members }) {
    const rows = await members.list();
    return {
      items: rows.map(({ userId, role, createdAt, user }) => ({
        userId,
        role: z.enum(roles).parse(role),
        createdAt,
        ...user,
      })),
    };
  },
});
