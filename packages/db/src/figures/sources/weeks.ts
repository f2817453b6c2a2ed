import { Prisma } from "../../generated/client";
import { source } from "../source";

/**
 * Weeks (from Monday, UTC) in which people did something, once for each person and week. A row has the person's first week, and says if they
 * came back in the week after. Its time is the first week; for `cameBack` it is the week itself.
 */
export const weeks = source({
  from: Prisma.sql`(
    select w.workspace_id, w.user_id, w.week,
      min(w.week) over person as first,
      lead(w.week) over (partition by w.workspace_id, w.user_id order by w.week) = w.week + interval '7 days' as came_back
    from (
      select e.workspace_id, e.actor_id as user_id, date_trunc('week', e.created_at, 'UTC') as week
        from audit_entries e where e.actor_kind = 'user' and e.outcome = 'ok'
      union
      select s.workspace_id, s.user_id, date_trunc('week', s.created_at, 'UTC') from search_log s) w
    window person as (partition by w.workspace_id, w.user_id)) w`,
  id: Prisma.sql`w.workspace_id || '_' || w.user_id || '_' || extract(epoch from w.week)::bigint::text`,
  at: Prisma.sql`w.first`,
  workspaceId: Prisma.sql`w.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  dimensions: {
    workspace: { key: Prisma.sql`w.workspace_id` },
    weekAfter: { key: Prisma.sql`((extract(epoch from w.week - w.first) / 604800)::int)::text` },
  },
  who: Prisma.sql`w.user_id`,
  row: {
    title: Prisma.sql`''::text`,
    platformTitle: Prisma.sql`''::text`,
    detail: Prisma.sql`''::text`,
    documentId: Prisma.sql`null::text`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    people: { of: "distinct", value: Prisma.sql`w.user_id` },
    cameBack: {
      of: "share",
      value: Prisma.sql`coalesce(w.came_back, false)::int::float8`,
      where: Prisma.sql`w.week + interval '14 days' <= now()`,
      at: Prisma.sql`w.week`,
    },
  },
});
