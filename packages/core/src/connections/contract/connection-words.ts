/** The kinds of accounts: a person's own, or one that the organisation has connected for all. */
export const connectionKinds = ["personal", "organisation"] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** Why a connection is not as it should be. Each has a sentence for people. */
export const connectionReasons = [
  "partial-consent",
  "expired",
  "revoked",
  "testing-ended",
  "password-changed",
  "consent",
  "disconnected",
] as const;
export type ConnectionReason = (typeof connectionReasons)[number];
