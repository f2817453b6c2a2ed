import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentDimensions, documentIsOpen, documentIsVisible } from "./document-dimensions";

const { person: _, group: __, ...dimensions } = documentDimensions;

/** Rows of the audit log about what people did with documents, once for each document that they name. */
export const deeds = source({
  from: Prisma.sql`audit_entries e cross join lateral unnest(e.subjects) s(subject) join documents d on d.id = s.subject`,
  id: Prisma.sql`e.id || '_' || d.id`,
  at: Prisma.sql`e.created_at`,
  workspaceId: Prisma.sql`e.workspace_id`,
  base: Prisma.sql`e.actor_kind = 'user' and e.outcome = 'ok'`,
  visible: documentIsVisible,
  open: documentIsOpen,
  dimensions: {
    ...dimensions,
    workspace: { key: Prisma.sql`e.workspace_id` },
    feature: { key: Prisma.sql`e.operation` },
  },
  who: null,
  row: {
    title: Prisma.sql`d.title`,
    platformTitle: Prisma.sql`e.operation`,
    detail: Prisma.sql`e.operation`,
    documentId: Prisma.sql`d.id`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: { done: { of: "distinct", value: Prisma.sql`e.id` } },
});
