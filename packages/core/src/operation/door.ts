/** The doors that can offer an operation. `cli` is the command line; `job` is a background function. */
export const doors = ["web", "rest", "admin", "cli", "job"] as const;
export type Door = (typeof doors)[number];
