/** The searches that a list can be narrowed to, in the order in which the filter shows them. */
export const searchRowFilters = ["all", "empty", "declined", "opened", "slow"] as const;
