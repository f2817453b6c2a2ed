import { conflict } from "../../errors";
import type { CommandTools } from "../../operation/command";
import { definitionOf, mustChangeAutomation } from "./automation";
import { nextAtOf } from "./next-at";

type To = { state: "on" | "paused" | "ended"; pausedBecause: "person" | null };

/** Moves an automation to a state. It stays as it is if it is there already. Throws `CONFLICT` for one that was never published. */
export async function setState(tools: CommandTools, id: string, to: To): Promise<void> {
  const { automations, clock, changed } = tools;
  const row = await mustChangeAutomation(tools, id);
  if (row.state === "draft") conflict(`“${row.name}” was never published`, "Publish it first.");
  if (row.state === to.state) return;
  const now = clock();
  const on =
    row.publishedVersion === null ? null : await automations.findVersion(id, row.publishedVersion);
  const trigger = on && definitionOf(on.definition).trigger;
  const isChanged = await automations.change(id, row.revision, {
    state: to.state,
    pausedBecause: to.pausedBecause,
    updatedAt: now,
    ...(to.state === "on" && { calmSince: now, nextAt: trigger && nextAtOf(trigger, now, true) }),
    ...(to.state === "on" && row.owner === null && { ownerId: row.by.id }),
  });
  if (!isChanged)
    conflict(`Somebody else has just changed “${row.name}”`, "Look at it again, then repeat.");
  changed({ subject: id, before: { state: row.state }, after: { state: to.state } });
}
