import type { StoredAutomation } from "@besunny/db/automations/automations";

import { tell } from "../../notifications/contract/tell";
import type { CommandTools } from "../../operation/command";
import { peopleOf } from "./owner";

/** Tells the owner of an automation that it was paused; the owners and admins of the workspace, if its owner is gone. */
export async function tellOfPause(
  tools: CommandTools,
  { id, owner, revision }: StoredAutomation,
): Promise<void> {
  const people = await peopleOf(tools);
  const isThere = owner !== null && people.has(owner.id);
  const told = isThere
    ? [owner.id]
    : [...people.values()]
        .filter(({ role }) => role === "owner" || role === "admin")
        .map((person) => person.id);
  const createdAt = tools.clock();
  await tell(
    tools,
    told.map((userId) => ({
      userId,
      kind: "automation" as const,
      key: `automation:${id}:${revision}`,
      createdAt,
    })),
  );
}
