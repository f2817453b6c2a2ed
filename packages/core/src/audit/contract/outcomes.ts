export { type AuditOutcome, auditActorKinds, auditOutcomes } from "@besunny/db/audit-outcomes";
