import type { StoredAction } from "@besunny/db/meetings/action-items";
import { conflict } from "../../errors";
import type { ActionState } from "../../meetings/contract/action";
import type { CommandTools } from "../../operation/command";
import { announceAction } from "./announce";
import { mustChangeActions } from "./may-change";

type Move = {
  from: readonly ActionState[];
  to: ActionState | ((row: StoredAction) => ActionState);
  /** The end of “The action … cannot be …”. */
  verb: string;
  also?: (row: StoredAction) => {
    confirmedBy?: string;
    confirmedAt?: Date;
    doneAt?: Date | null;
    sameAs?: null;
  };
};

/**
 * Moves actions to another state: all of them or none. Those that are there already stay as they are. Throws `CONFLICT` if one cannot go there.
 */
export async function moveActions(
  tools: CommandTools,
  ids: readonly string[],
  { from, to, verb, also }: Move,
): Promise<{ ids: string[] }> {
  const rows = await mustChangeActions(tools, ids);
  const goal = (row: StoredAction) => (typeof to === "function" ? to(row) : to);
  const moving = rows.filter((row) => row.state !== goal(row));
  const stuck = moving.find(({ state }) => !from.some((each) => each === state));
  if (stuck)
    conflict(
      `“${stuck.text}” is ${wordOf(stuck.state)} and cannot be ${verb}`,
      hintOf(stuck.state),
    );
  for (const row of moving) {
    const state = goal(row);
    if (!(await tools.actionItems.update(row.id, row.version, { state, ...also?.(row) })))
      conflict(`Somebody else has just changed “${row.text}”`, "Look at it again, then repeat.");
    announceAction(tools, row, { before: { state: row.state }, after: { state }, state });
  }
  return { ids: rows.map(({ id }) => id) };
}

const words: Record<string, string> = {
  draft: "a draft",
  open: "open",
  done: "done",
  rejected: "rejected",
  merged: "the same as another action",
};

const wordOf = (state: string) => words[state] ?? state;

function hintOf(state: string): string {
  return state === "draft" ? "Confirm it first." : "Reopen it first.";
}
