/** The states of a look: it waits for an owner, is open, was refused, or is over. */
export const lookStates = ["waiting", "open", "refused", "ended"] as const;

/** The answers of an owner: to allow a look that waits, to refuse it, or to end one that is open. */
export const lookDecisions = ["allow", "refuse", "end"] as const;
