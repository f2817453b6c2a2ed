import { z } from "zod";

import { conflict, notFound } from "../errors";
import { EndedApiKey } from "../keys/contract";
import { command } from "../operation/command";
import { mustManageOwners } from "./must-manage-owners";

/** Removes a person from the workspace and ends their API keys there. A workspace keeps at least one owner. */
export const removeMember = command("members.remove-member", {
  title: "Remove a member",
  permission: "member.manage",
  input: z.object({ userId: z.string() }),
  output: z.object({ endedKeys: z.array(EndedApiKey) }),
  doors: ["web"],
  audit: { subjects: ({ endedKeys }, { userId }) => [userId, ...endedKeys.map(({ id }) => id)] },

  async handle({ members, actor, clock, changed }, { userId }) {
    const member = (await members.find(userId)) ?? notFound("Member", userId);
    if (member.role === "owner") mustManageOwners(actor);
    if (member.role === "owner" && (await members.countOwners()) === 1)
      conflict("A workspace needs an owner", "Make somebody else an owner first.");
    const now = clock();
    const endedKeys = await members.remove(userId, now);
    changed({ subject: userId, before: { role: member.role }, after: { role: null } });
    for (const { id: subject } of endedKeys)
      changed({ subject, before: { revokedAt: null }, after: { revokedAt: now } });
    return { endedKeys };
  },
});
