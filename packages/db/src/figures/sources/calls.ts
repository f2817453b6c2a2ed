import { Prisma } from "../../generated/client";
import { source } from "../source";

/** Calls to outside models by the time at which they began. Only owners, admins and the platform count them. */
export const calls = source({
  from: Prisma.sql`model_calls c`,
  id: Prisma.sql`c.id`,
  at: Prisma.sql`c.created_at`,
  workspaceId: Prisma.sql`c.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  dimensions: {
    workspace: { key: Prisma.sql`c.workspace_id` },
    project: { many: () => Prisma.sql`select unnest(c.project_ids) as key` },
    person: { key: Prisma.sql`c.user_id` },
    group: {
      many: () => Prisma.sql`select gm.group_id as key from group_members gm
        where gm.user_id = c.user_id and gm.workspace_id = c.workspace_id`,
    },
    key: { key: Prisma.sql`c.api_key_id` },
    model: { key: Prisma.sql`c.model` },
    provider: { key: Prisma.sql`c.provider` },
    step: { key: Prisma.sql`c.operation` },
    callState: { key: Prisma.sql`c.state` },
    lane: { key: Prisma.sql`c.lane` },
    failure: { key: Prisma.sql`c.error_code` },
    document: { key: Prisma.sql`c.document_id` },
  },
  who: null,
  row: {
    title: Prisma.sql`c.model`,
    platformTitle: Prisma.sql`c.model`,
    detail: Prisma.sql`c.operation || ', ' || c.state`,
    documentId: Prisma.sql`c.document_id`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`nullif(c.trace_id, '')`,
  },
  measures: {
    made: { of: "count" },
    failed: { of: "count", where: Prisma.sql`c.state in ('failed', 'aborted')` },
    failedShare: {
      of: "share",
      value: Prisma.sql`(c.state in ('failed', 'aborted'))::int::float8`,
      where: Prisma.sql`c.state not in ('open', 'refused')`,
    },
    refused: { of: "count", where: Prisma.sql`c.state = 'refused'` },
    withheld: { of: "count", where: Prisma.sql`c.error_code = 'REDACTION'` },
    cost: {
      of: "sum",
      value: Prisma.sql`c.cost_micro::float8`,
      where: Prisma.sql`c.cost_micro is not null`,
    },
    costUnknown: { of: "count", where: Prisma.sql`c.cost_micro is null and c.state <> 'open'` },
    inputTokens: { of: "sum", value: Prisma.sql`c.input_tokens::float8` },
    outputTokens: { of: "sum", value: Prisma.sql`c.output_tokens::float8` },
    slowest: {
      of: "slowest",
      value: Prisma.sql`c.latency_ms::float8`,
      where: Prisma.sql`c.state = 'ok' and c.latency_ms is not null`,
    },
  },
});
