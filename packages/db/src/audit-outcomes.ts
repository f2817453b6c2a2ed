/** The ways in which a call ends: done, refused because a permission is missing, or failed. */
export const auditOutcomes = ["ok", "refused", "failed"] as const;
/** The kinds of actors that a row names. `nobody` is a request before anybody is known. */
export const auditActorKinds = [
  "user",
  "platformAdmin",
  "job",
  "source",
  "link",
  "nobody",
] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];
