export { type AuditOutcome, auditOutcomes } from "@besunny/db/audit-outcomes";
