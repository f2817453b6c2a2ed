import { Prisma } from "../../generated/client";
import { source } from "../source";

const nothing = Prisma.sql`null::text`;

/** The comparisons of sums with their rows. */
export const rollups = source({
  from: Prisma.sql`rollup_sources r`,
  id: Prisma.sql`'sum_' || r.source`,
  at: Prisma.sql`r.compared_at`,
  workspaceId: nothing,
  base: Prisma.sql`r.drift is not null`,
  visible: null,
  dimensions: { feature: { key: Prisma.sql`r.source` } },
  who: null,
  row: {
    title: Prisma.sql`r.source`,
    platformTitle: Prisma.sql`r.source`,
    detail: Prisma.sql`r.drift::text`,
    documentId: nothing,
    runId: nothing,
    traceId: nothing,
  },
  measures: { drift: { of: "sum", value: Prisma.sql`r.drift::float8`, isLevel: true } },
});

/** Hours that have to be counted again. */
export const marks = source({
  from: Prisma.sql`rollup_marks m`,
  id: Prisma.sql`'mrk_' || m.id::text`,
  at: Prisma.sql`m.dirty_since`,
  workspaceId: Prisma.sql`m.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  dimensions: {
    workspace: { key: Prisma.sql`nullif(m.workspace_id, '')` },
    feature: { key: Prisma.sql`m.source` },
  },
  who: null,
  row: {
    title: Prisma.sql`m.source`,
    platformTitle: Prisma.sql`m.source`,
    detail: Prisma.sql`m.bucket::text`,
    documentId: nothing,
    runId: nothing,
    traceId: nothing,
  },
  measures: {
    waiting: { of: "count", isLevel: true },
    oldest: {
      of: "most",
      value: Prisma.sql`(extract(epoch from now() - m.dirty_since) * 1000)::float8`,
      isLevel: true,
    },
  },
});
