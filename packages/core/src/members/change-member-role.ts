import { z } from "zod";

import { roles } from "../access/actions";
import { conflict, notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustManageOwners } from "./must-manage-owners";

/** Changes the role of a member. A workspace keeps at least one owner, and only owners make or unmake owners. */
export const changeMemberRole = command("members.change-member-role", {
  title: "Change the role of a member",
  permission: "member.manage",
  input: z.object({ userId: z.string(), role: z.enum(roles) }),
  output: nothing,
  doors: ["web"],
  stepUp: true,

  async handle({ members, actor, changed }, { userId, role }) {
    const member = (await members.find(userId)) ?? notFound("Member", userId);
    if (member.role === role) return;
    if (member.role === "owner" || role === "owner") mustManageOwners(actor);
    if (member.role === "owner" && (await members.countOwners()) === 1)
      conflict("A workspace needs an owner", "Make somebody else an owner first.");
    await members.changeRole(userId, role);
    changed({ subject: userId, before: { role: member.role }, after: { role } });
  },
});
