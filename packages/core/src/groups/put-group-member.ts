import { z } from "zod";

import { notFound } from "../errors";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { ofGroup } from "./contract";

/** Adds a person to a group. They see at once what is shared with it. */
export const putGroupMember = command("groups.put-group-member", {
  title: "Add a member to a group",
  permission: "group.manage",
  input: ofGroup.extend({ userId: z.string() }),
  output: nothing,
  doors: ["web"],

  async handle({ groups, members, changed }, { id, userId }) {
    const group = (await groups.find(id)) ?? notFound("Group", id);
    if (!(await members.find(userId))) notFound("Member", userId);
    const isIn = group.members.some((member) => member.userId === userId);
    await groups.putMember(id, userId);
    changed({ subject: userId, before: { isInGroup: isIn }, after: { isInGroup: true } });
  },
});
