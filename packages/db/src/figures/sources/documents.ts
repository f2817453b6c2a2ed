import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentDimensions, documentIsOpen, documentIsVisible } from "./document-dimensions";

const isOpen = Prisma.sql`d.status in ('pending', 'processing')`;
const toReady = Prisma.sql`(extract(epoch from d.ready_at - d.created_at) * 1000)::float8`;
const wasReadOnce = Prisma.sql`d.ready_at is not null and d.version = 1`;
const waited = Prisma.sql`(extract(epoch from now() - d.updated_at) * 1000)::float8`;

/** Documents by the time at which they came in. Those in the trash count nowhere but in their own figure. */
export const documents = source({
  from: Prisma.sql`documents d`,
  id: Prisma.sql`d.id`,
  at: Prisma.sql`d.created_at`,
  workspaceId: Prisma.sql`d.workspace_id`,
  base: Prisma.sql`d.trashed_at is null`,
  visible: documentIsVisible,
  open: documentIsOpen,
  dimensions: { ...documentDimensions, failure: { key: Prisma.sql`d.error_code` } },
  who: null,
  row: {
    title: Prisma.sql`d.title`,
    platformTitle: Prisma.sql`coalesce(d.format, d.media_type)`,
    detail: Prisma.sql`d.status`,
    documentId: Prisma.sql`d.id`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    received: { of: "count" },
    ready: { of: "count", where: Prisma.sql`d.status in ('ready', 'needs_review')` },
    failed: { of: "count", where: Prisma.sql`d.status = 'failed'` },
    failedShare: { of: "share", value: Prisma.sql`(d.status = 'failed')::int::float8` },
    unfinished: { of: "count", where: isOpen },
    open: { of: "count", where: isOpen, isLevel: true },
    oldestOpen: { of: "most", value: waited, where: isOpen, isLevel: true },
    toReview: { of: "count", where: Prisma.sql`d.status = 'needs_review'`, isLevel: true },
    inTrash: { of: "count", base: Prisma.sql`d.trashed_at is not null`, isLevel: true },
    held: { of: "count", isLevel: true },
    pages: { of: "sum", value: Prisma.sql`d.page_count::float8` },
    bytes: { of: "sum", value: Prisma.sql`d.size::float8` },
    toReadyMedian: { of: "median", value: toReady, where: wasReadOnce, at: Prisma.sql`d.ready_at` },
    toReadySlowest: {
      of: "slowest",
      value: toReady,
      where: wasReadOnce,
      at: Prisma.sql`d.ready_at`,
    },
    read: { of: "count", where: Prisma.sql`d.stage in ('read', 'understood', 'indexed')` },
    understood: { of: "count", where: Prisma.sql`d.stage in ('understood', 'indexed')` },
    indexed: { of: "count", where: Prisma.sql`d.stage = 'indexed'` },
    opened: {
      of: "count",
      where: Prisma.sql`exists (select from document_openings o where o.document_id = d.id)`,
    },
    cited: {
      of: "count",
      where: Prisma.sql`exists (select from conversation_turns t where t.document_ids @> array[d.id])`,
    },
    changedByPeople: { of: "share", value: Prisma.sql`d.is_type_corrected::int::float8` },
    confidence: {
      of: "mean",
      value: Prisma.sql`d.type_confidence`,
      where: Prisma.sql`d.type_confidence is not null`,
    },
    personal: { of: "count", where: Prisma.sql`cardinality(d.personal_kinds) > 0` },
    uploaders: {
      of: "distinct",
      value: Prisma.sql`d.uploaded_by_id`,
      where: Prisma.sql`d.uploaded_by_id is not null`,
    },
  },
});
