import type { AuditOutcome } from "./audit-outcomes";
import type { Prisma } from "./generated/client";

/** What a row of an audit log says of one call. */
export type AuditEntry = {
  actorKind: string;
  actorId: string;
  /** The API key that the actor came with. */
  actorKeyId?: string | null;
  /** The operation's name, such as `documents.trash-documents`. */
  operation: string;
  /** The door by which the call came. */
  door?: string | null;
  /** Ids that the row is about. */
  subjects?: readonly string[];
  input: Prisma.InputJsonValue;
  /** Per subject, the fields before and after; null where no row's fields changed. */
  changes?: Prisma.InputJsonValue | null;
  outcome?: AuditOutcome;
  errorCode?: string | null;
  traceId?: string | null;
};

/** Which rows of an audit log: those that fit everything that is named. `from` is inside, `to` is not. */
export type AuditFilter = {
  actorId?: string | undefined;
  operation?: string | undefined;
  outcome?: string | undefined;
  subject?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

/** A person whom an audit log names. */
export type AuditPerson = { id: string; name: string; email: string };

/** Returns the entry as columns. Absent JSON is left to the column. */
export function auditColumns({ subjects = [], changes, actorKeyId, ...entry }: AuditEntry) {
  return { ...entry, subjects: [...subjects], ...(changes != null && { changes }) };
}

/** Returns the filter as a `where` of either log. */
export function auditWhere({ actorId, operation, outcome, subject, from, to }: AuditFilter) {
  return {
    ...(actorId && { actorId }),
    ...(operation && { operation }),
    ...(outcome && { outcome }),
    ...(subject && { subjects: { has: subject } }),
    ...((from || to) && { createdAt: { ...(from && { gte: from }), ...(to && { lt: to }) } }),
  };
}
