/** The states of an account. `restricted` and `cancelled` read only. */
export const standings = ["trialing", "active", "past_due", "restricted", "cancelled"] as const;
