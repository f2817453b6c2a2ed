import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofGroup } from "./contract";

/** Removes a person from a group. They lose at once what is shared with it alone. */
export const removeGroupMember = command("groups.remove-group-member", {
  title: "Remove a member from a group",
  permission: "group.manage",
  input: ofGroup.extend({ userId: z.string() }),
  output: nothing,
  doors: ["web"],

  async handle({ groups, changed }, { id, userId }) {
    const group = (await groups.find(id)) ?? notFound("Group", id);
    const isIn = group.members.some((member) => member.userId === userId);
    await groups.removeMember(id, userId);
    changed({ subject: userId, before: { isInGroup: isIn }, after: { isInGroup: false } });
  },
});
