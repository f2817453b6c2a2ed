import { z } from "zod";

import { query } from "../operation/operation";

export const listMembers = query({
  action: "member.read",
  input: z.object({}),

  async run({ members }) {
    const rows = await members.list();
    return {
      items: rows.map(({ userId, role, createdAt, user }) => ({
        userId,
        role,
        createdAt,
        ...user,
      })),
    };
  },
});
