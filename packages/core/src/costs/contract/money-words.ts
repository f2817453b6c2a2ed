export const budgetSubjects = ["workspace", "project", "user", "key"] as const;

export const budgetPeriods = ["day", "month"] as const;
export type BudgetSubject = (typeof budgetSubjects)[number];
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** The ways to sum up what was spent. */
export const spendingGroups = ["model", "step", "user", "key", "day", "kind", "project"] as const;

export const allSpendingGroups = ["workspace", ...spendingGroups] as const;

export const callStates = ["open", "ok", "failed", "aborted", "cut", "refused"] as const;
