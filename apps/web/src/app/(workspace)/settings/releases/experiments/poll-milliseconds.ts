/** The time between two looks at an experiment that runs. */
export const POLL_MILLISECONDS = 10_000;
