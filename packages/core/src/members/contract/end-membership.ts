import type { EndedApiKey } from "@besunny/db/workspace/api-keys";

import { conflict, notFound } from "../../errors";
import { documentsChanged, sourcePeopleChanged } from "../../events";
import { refuseHeldPerson, refuseToLetGo } from "../../identity/contract/refuse-held-person";
import type { CommandTools } from "../../operation/command";

/** Takes a person out of the workspace, and ends their API keys there. Refuses for the only owner. Returns the keys that ended. */
export async function endMembership(tools: CommandTools, userId: string): Promise<EndedApiKey[]> {
  const { actionItems, members, documentShares, filing, legalHolds, clock, changed } = tools;
  const member = (await members.find(userId)) ?? notFound("Member", userId);
  if (member.role === "owner" && (await members.countOwners()) === 1)
    conflict("A workspace needs an owner", "Make somebody else an owner first.");
  const refuse =
    tools.actor.kind === "user" && tools.actor.id === userId ? refuseToLetGo : refuseHeldPerson;
  refuse(await legalHolds.onPerson(userId, clock()));
  // A person who joins again must not see what was shared with them before.
  const documentIds = await documentShares.removeAll({ userId });
  const range = await filing.writeAccess({ documentIds });
  if (range) tools.emit(documentsChanged.of({ workspaceId: tools.workspaceId, ...range }));
  tools.emit(
    sourcePeopleChanged.of({ workspaceId: tools.workspaceId, sourceId: null, after: null }),
  );
  await actionItems.keepName(userId, member.user.name);
  const now = clock();
  const endedKeys = await members.remove(userId, now);
  changed({ subject: userId, before: { role: member.role }, after: { role: null } });
  for (const { id: subject } of endedKeys)
    changed({ subject, before: { revokedAt: null }, after: { revokedAt: now } });
  return endedKeys;
}
