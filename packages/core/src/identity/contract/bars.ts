/** The reasons for which a workspace stays closed to a session. */
export const bars = ["method", "second-factor", "too-old", "network"] as const;
export type Bar = (typeof bars)[number];
