import { z } from "zod";

import { conflict, notFound } from "../errors";
import { documentsChanged } from "../events";
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

  async handle(tools, { userId }) {
    const { members, documentShares, filing, actor, clock, changed } = tools;
    const member = (await members.find(userId)) ?? notFound("Member", userId);
    if (member.role === "owner") mustManageOwners(actor);
    if (member.role === "owner" && (await members.countOwners()) === 1)
      conflict("A workspace needs an owner", "Make somebody else an owner first.");
    // A person who joins again must not see what was shared with them before.
    const documentIds = await documentShares.removeAll({ userId });
    const range = await filing.writeAccess({ documentIds });
    if (range) tools.emit(documentsChanged.of({ workspaceId: tools.workspaceId, ...range }));
    const now = clock();
    const endedKeys = await members.remove(userId, now);
    changed({ subject: userId, before: { role: member.role }, after: { role: null } });
    for (const { id: subject } of endedKeys)
      changed({ subject, before: { revokedAt: null }, after: { revokedAt: now } });
    return { endedKeys };
  },
});
