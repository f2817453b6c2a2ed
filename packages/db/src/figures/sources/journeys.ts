import { Prisma } from "../../generated/client";
import { source } from "../source";

const isRecent = Prisma.sql`exists (
  select from audit_entries e where e.workspace_id = m.workspace_id and e.actor_id = m.user_id and e.actor_kind = 'user'
    and e.outcome = 'ok' and e.created_at > now() - interval '30 days'
  union all
  select from search_log s where s.workspace_id = m.workspace_id and s.user_id = m.user_id and s.created_at > now() - interval '30 days')`;

/**
 * People of a workspace by the time at which they joined. Each has the steps that they took: the first upload, the first document that was
 * ready, the first question, the first answer. Sample documents are nobody's upload.
 */
export const journeys = source({
  from: Prisma.sql`memberships m
    left join lateral (
      select min(d.created_at) as uploaded, min(d.ready_at) as ready from documents d
      where d.workspace_id = m.workspace_id and d.uploaded_by_id = m.user_id and not exists (
        select from document_projects dp join projects p on p.id = dp.project_id where dp.document_id = d.id and p.is_sample)) u on true
    left join lateral (
      select min(t.created_at) as asked, min(t.ended_at) filter (where t.state = 'done' and cardinality(t.document_ids) > 0) as answered
      from conversations c join conversation_turns t on t.conversation_id = c.id
      where c.workspace_id = m.workspace_id and c.owner_id = m.user_id) q on true`,
  id: Prisma.sql`m.workspace_id || '_' || m.user_id`,
  at: Prisma.sql`m.created_at`,
  workspaceId: Prisma.sql`m.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  dimensions: { workspace: { key: Prisma.sql`m.workspace_id` } },
  who: Prisma.sql`m.user_id`,
  row: {
    title: Prisma.sql`m.role`,
    platformTitle: Prisma.sql`m.role`,
    detail: Prisma.sql`m.role`,
    documentId: Prisma.sql`null::text`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    joined: { of: "count" },
    uploaded: { of: "count", where: Prisma.sql`u.uploaded is not null` },
    ready: { of: "count", where: Prisma.sql`u.ready is not null` },
    asked: {
      of: "count",
      where: Prisma.sql`u.ready is not null and q.asked is not null`,
    },
    answered: {
      of: "count",
      where: Prisma.sql`u.ready is not null and q.answered is not null`,
    },
    toAnswer: {
      of: "median",
      value: Prisma.sql`(extract(epoch from q.answered - u.uploaded) * 1000)::float8`,
      where: Prisma.sql`q.answered > u.uploaded`,
    },
    members: { of: "count", isLevel: true },
    activeShare: {
      of: "share",
      value: Prisma.sql`(${isRecent})::int::float8`,
      isLevel: true,
    },
  },
});
