import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentDimensions, documentIsOpen, documentIsVisible } from "./document-dimensions";

const { person: _, group: __, ...dimensions } = documentDimensions;

/** Answers that are kept, once for each document that they were made from, by the time of the question. What was asked is in no row. */
export const citations = source({
  from: Prisma.sql`conversation_turns t cross join lateral unnest(t.document_ids) c(document_id) join documents d on d.id = c.document_id`,
  id: Prisma.sql`t.id || '_' || d.id`,
  at: Prisma.sql`t.created_at`,
  workspaceId: Prisma.sql`t.workspace_id`,
  base: Prisma.sql`t.state = 'done' and d.trashed_at is null`,
  visible: documentIsVisible,
  open: documentIsOpen,
  dimensions: { ...dimensions, workspace: { key: Prisma.sql`t.workspace_id` } },
  who: null,
  row: {
    title: Prisma.sql`d.title`,
    platformTitle: Prisma.sql`coalesce(d.format, d.media_type)`,
    detail: Prisma.sql`''::text`,
    documentId: Prisma.sql`d.id`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    answers: { of: "distinct", value: Prisma.sql`t.id` },
    documents: { of: "distinct", value: Prisma.sql`d.id` },
  },
});
