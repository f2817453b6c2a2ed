import type { AuditOutcome } from "./audit-outcomes";
import type { Prisma } from "./generated/client";

/** The content of an audit row: one call. */
export type AuditEntry = {
  actorKind: string;
  actorId: string;
  /** The API key by which the actor called. */
  actorKeyId?: string | null;
  /** The session in which the actor called. */
  actorSessionId?: string | null;
  /** The address and the browser that the call came from. */
  ip?: string | null;
  userAgent?: string | null;
  /** Why the call was refused or failed. */
  reason?: string | null;
  /** The operation's name, such as `documents.trash-documents`. */
  operation: string;
  /** The door by which the call came. */
  door?: string | null;
  /** Ids of the things that the row is about. */
  subjects?: readonly string[];
  input: Prisma.InputJsonValue;
  /** For each subject, the fields before and after; null if no fields changed. */
  changes?: Prisma.InputJsonValue | null;
  outcome?: AuditOutcome;
  errorCode?: string | null;
  traceId?: string | null;
};

/** Conditions for rows of an audit log; a row must meet all that are set. `from` is inclusive, `to` exclusive. */
export type AuditFilter = {
  id?: string | undefined;
  actorId?: string | undefined;
  actorKind?: string | undefined;
  ip?: string | undefined;
  operation?: string | undefined;
  outcome?: string | undefined;
  subject?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

/** A person whom an audit log names. */
export type AuditPerson = { id: string; name: string; email: string };

/** Returns the entry as columns. Leaves absent JSON to the column's default. */
export function auditColumns({ subjects = [], changes, actorKeyId, ...entry }: AuditEntry) {
  return { ...entry, subjects: [...subjects], ...(changes != null && { changes }) };
}

/** Returns the filter as a `where` of either log. */
export function auditWhere({
  id,
  actorId,
  actorKind,
  ip,
  operation,
  outcome,
  subject,
  from,
  to,
}: AuditFilter) {
  return {
    ...(id && { id }),
    ...(actorId && { actorId }),
    ...(actorKind && { actorKind }),
    ...(ip && { ip }),
    ...(operation && { operation }),
    ...(outcome && { outcome }),
    ...(subject && { subjects: { has: subject } }),
    ...((from || to) && { createdAt: { ...(from && { gte: from }), ...(to && { lt: to }) } }),
  };
}
