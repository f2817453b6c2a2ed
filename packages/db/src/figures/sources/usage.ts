import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentIsOpen } from "./document-dimensions";

const of = (meter: string) => ({
  of: "sum" as const,
  value: Prisma.sql`u.quantity::float8`,
  where: Prisma.sql`u.meter = ${meter}`,
});

/** Rows of the ledger of usage by the time that they count for. Invoices are made of the same rows, and rows never change. */
export const usage = source({
  from: Prisma.sql`usage_events u`,
  id: Prisma.sql`u.id`,
  at: Prisma.sql`u.occurred_at`,
  workspaceId: Prisma.sql`u.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  dimensions: { workspace: { key: Prisma.sql`u.workspace_id` } },
  who: null,
  row: {
    title: Prisma.sql`u.meter`,
    platformTitle: Prisma.sql`u.meter`,
    detail: Prisma.sql`u.quantity::text`,
    documentId: Prisma.sql`(select d.id from documents d where d.id = u.subject and ${documentIsOpen})`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    pages: of("pages"),
    tokens: of("tokens"),
    questions: of("questions"),
    apiCalls: of("apiCalls"),
  },
});
