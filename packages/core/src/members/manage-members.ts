import { z } from "zod";

import { conflict, forbidden, notFound } from "../errors";
import { command } from "../operation";
import { type Actor, can, roles } from "../policy";

/** A workspace keeps at least one owner, and only owners make or unmake owners. */
export const changeMemberRole = command({
  action: "member.manage",
  input: z.object({ userId: z.string(), role: z.enum(roles) }),

  async run({ members, actor }, { userId, role }) {
    const member = (await members.find(userId)) ?? notFound("Member", userId);
    if (member.role === role) return;
    if (member.role === "owner" || role === "owner") mustManageOwners(actor);
    if (member.role === "owner" && (await members.countOwners()) === 1)
      conflict("A workspace needs an owner", "Make somebody else an owner first.");
    await members.changeRole(userId, role);
  },
});

export const removeMember = command({
  action: "member.manage",
  input: z.object({ userId: z.string() }),

  async run({ members, actor }, { userId }) {
    const member = (await members.find(userId)) ?? notFound("Member", userId);
    if (member.role === "owner") mustManageOwners(actor);
    if (member.role === "owner" && (await members.countOwners()) === 1)
      conflict("A workspace needs an owner", "Make somebody else an owner first.");
    await members.remove(userId);
  },
});

function mustManageOwners(actor: Actor): void {
  if (actor.kind === "user" && !can(actor.role, "member.manageOwners"))
    forbidden("changing who owns the workspace");
}
