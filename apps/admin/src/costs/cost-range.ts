import type { Outputs } from "@besunny/api/browser/outputs";
import { allSpendingGroups, callStates } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { rangeParsers } from "~/overview/range";

export const costTabs = ["spent", "budgets", "prices", "ends"] as const;

/** The range, the grouping and the filters of the page, as the address keeps them. */
export const costParsers = {
  ...rangeParsers,
  tab: parseAsStringLiteral(costTabs).withDefault("spent"),
  by: parseAsStringLiteral(allSpendingGroups).withDefault("workspace"),
  workspace: parseAsString,
  model: parseAsString,
  step: parseAsString,
  user: parseAsString,
  key: parseAsString,
  state: parseAsStringLiteral(callStates),
};
export const loadCosts = createLoader(costParsers);

export type CostRange = Awaited<ReturnType<typeof loadCosts>>;
export type SpendingRow = Outputs["admin"]["costs"]["spending"]["groups"][number];
export type CallRow = Outputs["admin"]["costs"]["calls"]["items"][number];

/** Returns the filter as the API takes it. */
export function asCostFilter({ days, workspace, model, step, user, key, state }: CostRange) {
  return {
    days,
    workspaceId: workspace,
    model,
    operation: step,
    userId: user,
    apiKeyId: key,
    state,
  };
}
