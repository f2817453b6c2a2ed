import { Prisma } from "../../generated/client";
import { source } from "../source";

const isUnsent = Prisma.sql`e.sent_at is null`;

/** Events of the outbox by the time at which they were written. */
export const events = source({
  from: Prisma.sql`outbox e`,
  id: Prisma.sql`e.id`,
  at: Prisma.sql`e.created_at`,
  workspaceId: Prisma.sql`e.workspace_id`,
  base: isUnsent,
  visible: null,
  dimensions: {
    workspace: { key: Prisma.sql`e.workspace_id` },
    feature: { key: Prisma.sql`e.name` },
  },
  who: null,
  row: {
    title: Prisma.sql`e.name`,
    platformTitle: Prisma.sql`e.name`,
    detail: Prisma.sql`''::text`,
    documentId: Prisma.sql`null::text`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    waiting: { of: "count", isLevel: true },
    oldest: {
      of: "most",
      value: Prisma.sql`(extract(epoch from now() - e.created_at) * 1000)::float8`,
      isLevel: true,
    },
  },
});
