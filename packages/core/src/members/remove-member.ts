import { z } from "zod";
import { may } from "../access/policy";
import { roles } from "../access/actions";
import { type Actor } from "../access/actor";
import { conflict, forbidden, notFound } from "../errors";
import { keyRevoked } from "../keys/create-api-key";
import { command } from "../operation/operation";

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

/** The API keys of the person end with it. */
export const removeMember = command({
  action: "member.manage",
  input: z.object({ userId: z.string() }),

  async run({ members, actor, clock }, { userId }) {
    const member = (await members.find(userId)) ?? notFound("Member", userId);
    if (member.role === "owner") mustManageOwners(actor);
    if (member.role === "owner" && (await members.countOwners()) === 1)
      conflict("A workspace needs an owner", "Make somebody else an owner first.");
    return { endedKeys: await members.remove(userId, clock()) };
  },

  told: ({ endedKeys }, input) => [
    { action: "member.manage", input },
    ...endedKeys.map(keyRevoked),
  ],
});

function mustManageOwners(actor: Actor): void {
  if (!may(actor, "member.manageOwners")) forbidden("changing who owns the workspace");
}
