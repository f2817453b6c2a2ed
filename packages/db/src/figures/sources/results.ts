import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentDimensions, documentIsOpen, documentIsVisible } from "./document-dimensions";

/** Results of understanding documents, by their time: rows never change. */
export const results = source({
  from: Prisma.sql`classification_results c join documents d on d.id = c.document_id`,
  id: Prisma.sql`c.id`,
  at: Prisma.sql`c.created_at`,
  workspaceId: Prisma.sql`c.workspace_id`,
  base: Prisma.sql`true`,
  visible: documentIsVisible,
  open: documentIsOpen,
  dimensions: {
    ...documentDimensions,
    workspace: { key: Prisma.sql`c.workspace_id` },
    type: { key: Prisma.sql`c.type` },
    producer: { key: Prisma.sql`c.producer` },
    model: { key: Prisma.sql`c.model` },
    release: { key: Prisma.sql`c.release_id` },
    failure: { key: Prisma.sql`c.fallback_cause` },
  },
  who: null,
  row: {
    title: Prisma.sql`d.title`,
    platformTitle: Prisma.sql`c.model`,
    detail: Prisma.sql`coalesce(c.type, '') || ' ' || coalesce(round(c.confidence::numeric, 2)::text, '')`,
    documentId: Prisma.sql`c.document_id`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    made: { of: "count" },
    confidence: {
      of: "mean",
      value: Prisma.sql`c.confidence`,
      where: Prisma.sql`c.confidence is not null`,
    },
    abstained: { of: "share", value: Prisma.sql`(c.type is null)::int::float8` },
    degraded: { of: "count", where: Prisma.sql`c.fallback_cause is not null` },
    withheld: { of: "count", where: Prisma.sql`c.fallback_cause = 'redaction'` },
    cost: {
      of: "sum",
      value: Prisma.sql`c.cost_micro::float8`,
      where: Prisma.sql`c.cost_micro is not null`,
    },
    costUnknown: { of: "count", where: Prisma.sql`c.cost_micro is null` },
    slowest: { of: "slowest", value: Prisma.sql`c.duration_ms::float8` },
  },
});
