import { Prisma } from "../../generated/client";
import { source } from "../source";

/** Rows of the audit log by their time: rows never change. */
export const audit = source({
  from: Prisma.sql`audit_entries a`,
  id: Prisma.sql`a.id`,
  at: Prisma.sql`a.created_at`,
  workspaceId: Prisma.sql`a.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  dimensions: {
    workspace: { key: Prisma.sql`a.workspace_id` },
    person: { key: Prisma.sql`case when a.actor_kind = 'user' then a.actor_id end` },
    key: { key: Prisma.sql`a.actor_key_id` },
    feature: { key: Prisma.sql`a.operation` },
    outcome: { key: Prisma.sql`a.outcome` },
    failure: { key: Prisma.sql`a.error_code` },
  },
  who: Prisma.sql`case when a.actor_kind = 'user' then a.actor_id end`,
  row: {
    title: Prisma.sql`a.operation`,
    platformTitle: Prisma.sql`a.operation`,
    detail: Prisma.sql`a.outcome || coalesce(', ' || a.error_code, '')`,
    documentId: Prisma.sql`(select of from unnest(a.subjects) of where of like 'doc\\_%' limit 1)`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`nullif(a.trace_id, '')`,
  },
  measures: {
    written: { of: "count" },
    refused: { of: "count", where: Prisma.sql`a.outcome = 'refused'` },
    deleted: {
      of: "count",
      where: Prisma.sql`a.outcome = 'ok' and a.operation = 'documents.delete-documents'`,
    },
  },
});
