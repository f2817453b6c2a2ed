/** The ways into BeSunny that an operation can be offered at. `app` is the command line; `job` is a background function. */
export const doors = ["web", "rest", "admin", "cli", "job"] as const;
export type Door = (typeof doors)[number];
