import { setTimeout as wait } from "node:timers/promises";

import type { CallEnd, Ledger } from "@besunny/ai/outside/ledger";
import { OutsideRefused } from "@besunny/ai/outside/outside-refused";
import type { Clock, Log } from "@besunny/core/context";
import { budgetOf } from "@besunny/core/costs/contract/budget-of";
import type { BudgetPeriod, BudgetSubject } from "@besunny/core/costs/contract/money-words";
import { newId } from "@besunny/db/ids";
import type { CallAnswer, CallLedger, Crossing } from "@besunny/db/money/call-ledger";

/** Longer than any live call, with its second try, and than the day that a batch may take. */
const LIVE_RESERVATION_MS = 15 * 60_000;
const BATCH_RESERVATION_MS = 26 * 3_600_000;
/** Milliseconds between the tries to write an end. */
const PAUSES = [0, 200, 1_000, 5_000, 20_000, 60_000];

type Options = {
  calls: CallLedger;
  clock: Clock;
  log: Log;
  /** Gets the budgets that passed 80, 95 or 100 percent, once each. */
  onCrossed(workspaceId: string, crossed: readonly Crossing[]): Promise<void>;
  pauses?: readonly number[];
};

/**
 * Returns the ledger that the database holds. A call is written before it goes out, and its end after the answer without anybody waiting for
 * it. An end that cannot be written is tried again for a minute and a half; then the call counts as lost when its reservation ends.
 */
export function createLedger({ calls, clock, log, onCrossed, pauses = PAUSES }: Options): Ledger {
  const workspaces = new Map<string, string>();
  const pending = new Set<Promise<void>>();

  function tell(workspaceId: string, crossed: readonly Crossing[]): void {
    if (crossed.length === 0) return;
    inBackground(
      onCrossed(workspaceId, crossed).catch((error: unknown) =>
        log.warn({ error, workspaceId }, "nobody was told that a budget runs out"),
      ),
    );
  }

  function inBackground(work: Promise<void>): void {
    pending.add(work);
    work.finally(() => pending.delete(work));
  }

  async function writeEnd(id: string, workspaceId: string, end: CallEnd): Promise<void> {
    const { usage, ...rest } = end;
    const row = { id, workspaceId, ...rest, ...usage, endedAt: clock() };
    let problem: unknown;
    for (const pause of pauses) {
      if (pause > 0) await wait(pause);
      try {
        return tell(workspaceId, await calls.close(row));
      } catch (error) {
        problem = error;
      }
    }
    log.error({ error: problem, id, workspaceId }, "the end of a call to a model was not written");
  }

  return {
    async open({ scope, to, at, lane, ...call }) {
      const id = newId("mdc");
      const { workspaceId } = scope;
      const reservation = lane === "batch" ? BATCH_RESERVATION_MS : LIVE_RESERVATION_MS;
      const answer = await calls.open({
        id,
        ...scope,
        ...to,
        ...call,
        lane,
        at,
        reservedUntil: new Date(at.getTime() + reservation),
      });
      tell(workspaceId, answer.crossed);
      if (answer.refusedBy) throw refusalOf(answer);
      workspaces.set(id, workspaceId);
      return id;
    },

    close(id, end) {
      const workspaceId = workspaces.get(id);
      workspaces.delete(id);
      if (workspaceId !== undefined) inBackground(writeEnd(id, workspaceId, end));
    },

    async flush() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

const subjects: Record<BudgetSubject, string> = {
  workspace: "this workspace",
  project: "the project",
  user: "this person",
  key: "this API key",
};
const periods: Record<BudgetPeriod, string> = { day: "today", month: "this month" };

function refusalOf({ refusedBy, budget }: CallAnswer): OutsideRefused {
  if (refusedBy === "quota")
    return new OutsideRefused(
      "budget",
      "This workspace has used up the tokens of its plan for this month. An owner or admin can ask for more in the settings, under “Plan and usage”.",
    );
  if (refusedBy !== "budget" || !budget)
    return new OutsideRefused(
      "unknown price",
      "Nobody knows the price of the model, and this workspace does not pay unknown prices. An admin of BeSunny can add the price.",
    );
  const { subjectKind, period } = budgetOf(budget);
  const [who, when] = [subjects[subjectKind], periods[period]];
  return new OutsideRefused(
    "budget",
    budget.level >= 100
      ? `The budget of ${who} for ${when} has too little left for this. An owner or admin can raise it in the settings.`
      : `The budget of ${who} for ${when} is nearly used up, so it is kept for what local models cannot do. An owner or admin can raise it in the settings.`,
  );
}
