import type { ModelCallRow, Spending as Row } from "@besunny/db/money/spending";

import type { ModelCall, Spending } from "./money";

/** Returns a sum as clients get it, with the name of what it is of. */
export function spendingOf(
  { unpaid, ...row }: Row,
  names: ReadonlyMap<string, string> = new Map(),
): Spending {
  return { ...row, refused: unpaid, name: row.key === null ? null : (names.get(row.key) ?? null) };
}

const nothingSpent: Row = {
  key: null,
  calls: 0,
  unpaid: 0,
  unknown: 0,
  estimated: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicro: 0,
};

/** Returns the one sum over all calls; zeros if there are none. */
export function totalOf([row = nothingSpent]: readonly Row[]): Spending {
  return spendingOf(row);
}

/** Returns a call as clients get it. */
export function callOf(
  { projectIds: _, reservedMicro: __, endedAt: ___, state, ...row }: ModelCallRow,
  names: ReadonlyMap<string, string>,
): ModelCall {
  return {
    ...row,
    state: state as ModelCall["state"],
    userName: row.userId === null ? null : (names.get(row.userId) ?? null),
  };
}
