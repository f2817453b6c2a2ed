import { Prisma } from "../../generated/client";
import { source } from "../source";

/** Ratings of answers by their time. */
export const ratings = source({
  from: Prisma.sql`answer_ratings a`,
  id: Prisma.sql`a.turn_id || '_' || (extract(epoch from a.created_at) * 1000)::bigint::text`,
  at: Prisma.sql`a.created_at`,
  workspaceId: Prisma.sql`a.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  dimensions: {
    workspace: { key: Prisma.sql`a.workspace_id` },
    outcome: { key: Prisma.sql`case when a.is_helpful then 'helpful' else 'unhelpful' end` },
  },
  who: Prisma.sql`a.user_id`,
  row: {
    title: Prisma.sql`case when a.is_helpful then 'helpful' else 'unhelpful' end`,
    platformTitle: Prisma.sql`case when a.is_helpful then 'helpful' else 'unhelpful' end`,
    detail: Prisma.sql`array_to_string(a.reasons, ', ')`,
    documentId: Prisma.sql`null::text`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    given: { of: "count" },
    helpful: { of: "share", value: Prisma.sql`a.is_helpful::int::float8` },
  },
});
