/** The keys that choose the candidates of a document that needs review. The first also confirms a type. */
export const candidateKeys = ["y", "u"] as const;
