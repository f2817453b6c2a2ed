/** The ways in which a call ends: done, refused because a permission is missing, or failed. */
export const auditOutcomes = ["ok", "refused", "failed"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];
