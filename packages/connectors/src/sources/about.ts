/** The subject of a request to a provider, so that the same answer becomes the right failure. */
export type About = "account" | "root" | "item" | "changes";
