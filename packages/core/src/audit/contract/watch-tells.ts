/** Whom a watch tells of new entries that fit it. */
export const watchTells = ["nobody", "maker", "admins"] as const;
