import { Prisma } from "../../generated/client";
import { source } from "../source";

/** Everything that people did and that left a row: changes and openings of content in the audit log, searches and questions. */
export const activity = source({
  from: Prisma.sql`(
    select e.id, e.workspace_id, e.actor_id as user_id, split_part(e.operation, '.', 1) as feature, e.created_at
      from audit_entries e where e.actor_kind = 'user' and e.outcome = 'ok'
    union all
    select s.id, s.workspace_id, s.user_id, s.kind as feature, s.created_at from search_log s) a`,
  id: Prisma.sql`a.id`,
  at: Prisma.sql`a.created_at`,
  workspaceId: Prisma.sql`a.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  dimensions: {
    workspace: { key: Prisma.sql`a.workspace_id` },
    person: { key: Prisma.sql`a.user_id` },
    group: {
      many: () => Prisma.sql`select gm.group_id as key from group_members gm
        where gm.user_id = a.user_id and gm.workspace_id = a.workspace_id`,
    },
    feature: { key: Prisma.sql`a.feature` },
  },
  who: Prisma.sql`a.user_id`,
  row: {
    title: Prisma.sql`a.feature`,
    platformTitle: Prisma.sql`a.feature`,
    detail: Prisma.sql`''::text`,
    documentId: Prisma.sql`null::text`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    actions: { of: "count" },
    people: { of: "distinct", value: Prisma.sql`a.user_id` },
  },
});
