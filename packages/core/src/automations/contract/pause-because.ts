import type { StoredAutomation } from "@besunny/db/automations/automations";

import type { CommandTools } from "../../operation/command";
import { tellOfPause } from "./tell-of-pause";

/** Pauses an automation that is on, and says why. Its owner gets a notice; if they are gone, the owners and admins of the workspace do. */
export async function pauseBecause(
  tools: CommandTools,
  row: StoredAutomation,
  because: "storm" | "owner" | "invalid",
): Promise<void> {
  const { automations, clock, changed } = tools;
  const isChanged = await automations.change(row.id, row.revision, {
    state: "paused",
    pausedBecause: because,
    updatedAt: clock(),
  });
  if (!isChanged) return;
  changed({ subject: row.id, before: { state: "on" }, after: { state: "paused", because } });
  await tellOfPause(tools, row);
}
