import { z } from "zod";

import { notFound } from "../errors";
import { EndedApiKey } from "../keys/contract";
import { command } from "../operation/command";
import { endMembership } from "./contract/end-membership";
import { mustManageOwners } from "./must-manage-owners";

/** Removes a person from the workspace and ends their API keys there. A workspace keeps at least one owner. */
export const removeMember = command("members.remove-member", {
  title: "Remove a member",
  permission: "member.manage",
  input: z.object({ userId: z.string() }),
  output: z.object({ endedKeys: z.array(EndedApiKey) }),
  doors: ["web"],
  stepUp: true,
  audit: { subjects: ({ endedKeys }, { userId }) => [userId, ...endedKeys.map(({ id }) => id)] },

  async handle(tools, { userId }) {
    const member = (await tools.members.find(userId)) ?? notFound("Member", userId);
    if (member.role === "owner") mustManageOwners(tools.actor);
    return { endedKeys: await endMembership(tools, userId) };
  },
});
