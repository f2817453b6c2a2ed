/** The name of the chain of the platform's own log, beside those of workspaces. */
export const platformChain = "platform";
