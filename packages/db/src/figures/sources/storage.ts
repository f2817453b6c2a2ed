import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentDimensions, documentIsOpen } from "./document-dimensions";

/** Stored files: every version of every document, those in the trash included, by the time at which it was stored. */
export const storage = source({
  from: Prisma.sql`document_versions v join documents d on d.id = v.document_id`,
  id: Prisma.sql`v.id`,
  at: Prisma.sql`v.created_at`,
  workspaceId: Prisma.sql`v.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  open: documentIsOpen,
  dimensions: { ...documentDimensions, workspace: { key: Prisma.sql`v.workspace_id` } },
  who: null,
  row: {
    title: Prisma.sql`d.title`,
    platformTitle: Prisma.sql`coalesce(d.format, d.media_type)`,
    detail: Prisma.sql`v.number::text`,
    documentId: Prisma.sql`v.document_id`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    held: { of: "sum", value: Prisma.sql`v.size::float8`, isLevel: true },
    stored: { of: "sum", value: Prisma.sql`v.size::float8` },
  },
});
