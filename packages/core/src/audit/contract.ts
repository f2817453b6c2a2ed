import type { AuditPerson } from "@besunny/db/audit-entry";
import { auditActorKinds, auditOutcomes } from "@besunny/db/audit-outcomes";
import { z } from "zod";

import { moment } from "../moment";
import { idIn, instant, paging } from "../shapes";

/** The input of every list of an audit log. `from` is inside, `to` is not. */
export const auditListInput = z.object({
  id: z.string().max(60).optional(),
  actorId: z.string().max(60).optional(),
  actorKind: z.enum(auditActorKinds).optional(),
  ip: z.string().max(60).optional(),
  operation: z.string().max(120).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  subject: z.string().max(60).optional(),
  from: moment.optional(),
  to: moment.optional(),
  ...paging,
});

const AuditChange = z.object({
  subject: z.string(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

/** A row of the platform's audit log. */
export const PlatformAuditEntry = z
  .object({
    id: idIn("aud"),
    createdAt: instant,
    operation: z.string().meta({
      description: "The operation's name; rows of earlier versions hold a permission instead",
      example: "batches.pause-batch",
    }),
    door: z.string().nullable().meta({ description: "The interface by which the call came" }),
    outcome: z.enum(auditOutcomes),
    errorCode: z.string().nullable(),
    actor: z.object({
      kind: z.string(),
      id: z.string().meta({ description: "Id of a person, or name of a job" }),
      name: z.string().nullable(),
      email: z.string().nullable(),
    }),
    subjects: z.array(z.string()).meta({ description: "Ids that the row is about" }),
    input: z.unknown().meta({ description: "The input of the call, without secrets" }),
    changes: z.array(AuditChange).meta({ description: "Fields that changed, by subject" }),
    traceId: z.string().nullable(),
    sessionId: z.string().nullable().meta({ description: "The session that the person came with" }),
    ip: z.string().nullable().meta({ description: "The address that the call came from" }),
    userAgent: z.string().nullable().meta({ description: "The browser or program, as it says" }),
    reason: z.string().nullable().meta({ description: "Why the call was refused or failed" }),
    erasedAt: instant.nullable().meta({
      description: "The time at which input, changes, address, browser and reason were erased",
    }),
  })
  .meta({ id: "PlatformAuditEntry" });

/** A row of a workspace's audit log. */
export const AuditEntry = PlatformAuditEntry.extend({
  key: z
    .object({ id: idIn("key"), name: z.string().nullable() })
    .nullable()
    .meta({ description: "The API key that the person came with" }),
  named: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .meta({ description: "Documents, projects, people and keys among the first subjects" }),
}).meta({ id: "AuditEntry" });

/** One call on a document, as people who may see the document see it. */
export const DocumentHistoryEntry = z
  .object({
    id: idIn("aud"),
    createdAt: instant,
    operation: z.string(),
    actor: z.object({ kind: z.string(), name: z.string().nullable() }),
  })
  .meta({ id: "DocumentHistoryEntry" });

type StoredEntry = {
  id: string;
  createdAt: Date;
  operation: string;
  door: string | null;
  outcome: string;
  errorCode: string | null;
  actorKind: string;
  actorId: string;
  subjects: string[];
  input: unknown;
  changes: unknown;
  traceId: string | null;
  actorSessionId: string | null;
  ip: string | null;
  userAgent: string | null;
  reason: string | null;
  erasedAt: Date | null;
};

/** Returns the ids of the people who acted, each once. */
export function actorIdsOf(
  rows: readonly Pick<StoredEntry, "actorKind" | "actorId">[],
  kinds: readonly string[] = ["user"],
): string[] {
  return [
    ...new Set(rows.filter((row) => kinds.includes(row.actorKind)).map(({ actorId }) => actorId)),
  ];
}

/** Returns a stored row as it is shown, with the person's name and address where they are among `people`. */
export function auditEntryOf(
  row: StoredEntry,
  people: readonly AuditPerson[],
): z.output<typeof PlatformAuditEntry> {
  const { id, createdAt, operation, door, errorCode, subjects, input, traceId } = row;
  const { actorSessionId: sessionId, ip, userAgent, reason, erasedAt } = row;
  const person = people.find((each) => each.id === row.actorId);
  return {
    ...{ id, createdAt, operation, door, errorCode, subjects, input, traceId },
    ...{ sessionId, ip, userAgent, reason, erasedAt },
    outcome: z.enum(auditOutcomes).parse(row.outcome),
    actor: {
      kind: row.actorKind,
      id: row.actorId,
      name: person?.name ?? null,
      email: person?.email ?? null,
    },
    changes: z.array(AuditChange).parse(row.changes ?? []),
  };
}
