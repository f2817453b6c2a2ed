/** The ways in which a call ends: done, refused for want of a right, or failed. */
export const auditOutcomes = ["ok", "refused", "failed"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];
