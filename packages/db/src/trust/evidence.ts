import { assured, textArray } from "@besunny/sql/rows/column";
import type { PlatformTx } from "../platform/platform-tx";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const shape = { cells: assured(textArray) };
const people = rawRows(shape);
const keys = rawRows(shape);
const projects = rawRows(shape);
const signIns = rawRows(shape);
const refusals = rawRows(shape);
const looks = rawRows(shape);
const marks = rawRows(shape);
const deletions = rawRows(shape);
const releases = rawRows(shape);
const calls = rawRows(shape);
const settings = rawRows(shape);
const admins = rawRows(shape);
const workspaces = rawRows(shape);
const migrations = rawRows(shape);
const allLooks = rawRows(shape);
const deeds = rawRows(shape);
const providers = rawRows(shape);

/** Rows of evidence as texts; the order of the cells is that of the columns in core. */
type Rows = Promise<{ cells: string[] }[]>;

/** Reads what a workspace shows to its auditors. */
export function evidenceRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    people: (): Rows => people(tx)`
      select array[u.name, u.email, m.role, m.created_at::text] as cells from memberships m join users u on u.id = m.user_id
       where m.workspace_id = ${workspaceId} order by m.role, u.email`,
    keys: (): Rows => keys(tx)`
      select array[k.name, k.user_id, array_to_string(k.scopes, ' '), k.created_at::text, coalesce(k.expires_at::text, 'never'),
                   coalesce(k.last_used_at::text, 'never'), coalesce(k.revoked_at::text, 'no')] as cells
        from api_keys k where k.workspace_id = ${workspaceId} order by k.created_at, k.id`,
    projects: (): Rows => projects(tx)`
      select array[p.name, case when p.is_restricted then 'restricted' else 'open' end,
                   (select count(*) from project_members m where m.project_id = p.id)::text, p.created_at::text] as cells
        from projects p where p.workspace_id = ${workspaceId} order by p.created_at, p.id`,
    signIns: (since: Date): Rows => signIns(tx)`
      select array[to_char(a.created_at, 'YYYY-MM-DD'), a.outcome, count(*)::text] as cells from audit_entries a
       where a.workspace_id = ${workspaceId} and a.operation = 'identity.sign-in' and a.created_at >= ${since}
       group by to_char(a.created_at, 'YYYY-MM-DD'), a.outcome order by 1`,
    refusals: (since: Date): Rows => refusals(tx)`
      select array[a.operation, a.outcome, coalesce(a.error_code, ''), count(*)::text, max(a.created_at)::text] as cells from audit_entries a
       where a.workspace_id = ${workspaceId} and a.outcome <> 'ok' and a.created_at >= ${since}
       group by a.operation, a.outcome, a.error_code order by count(*) desc, a.operation`,
    looks: (): Rows => looks(tx)`
      select array[l.asked_at::text, l.admin_id, l.reason, l.minutes::text, case when l.is_urgent then 'urgent' else 'asked' end,
                   coalesce(l.began_at::text, ''), coalesce(l.closed_at::text, l.ends_at::text, ''), coalesce(l.decided_by_id, '')] as cells
        from workspace_looks l where l.workspace_id = ${workspaceId} order by l.asked_at`,
    marks: (): Rows => marks(tx)`
      select array[s.kind, s.value, s.created_by_id, s.created_at::text] as cells from sensitivity_rules s
       where s.workspace_id = ${workspaceId} order by s.created_at, s.id`,
    deletions: (since: Date): Rows => deletions(tx)`
      select array[a.created_at::text, a.operation, a.actor_kind, a.actor_id, cardinality(a.subjects)::text] as cells from audit_entries a
       where a.workspace_id = ${workspaceId} and a.outcome = 'ok' and a.created_at >= ${since}
         and a.operation in ('documents.delete-documents', 'processing.verify-deletion', 'processing.remove-leftovers', 'audit.erase-words')
       order by a.created_at, a.id`,
    releases: (): Rows => releases(tx)`
      select array[r.number::text, r.created_at::text, coalesce(r.created_by_id, '')] as cells from releases r
       where r.workspace_id = ${workspaceId} order by r.number`,
    calls: (since: Date): Rows => calls(tx)`
      select array[c.provider, c.server, c.model, count(*)::text, sum(c.input_tokens + c.output_tokens)::text,
                   min(c.created_at)::text, max(c.created_at)::text] as cells
        from model_calls c where c.workspace_id = ${workspaceId} and c.created_at >= ${since}
       group by c.provider, c.server, c.model order by c.provider, c.server, c.model`,
    settings: (since: Date): Rows => settings(tx)`
      select array[a.created_at::text, a.operation, a.actor_id, coalesce(a.changes::text, '')] as cells from audit_entries a
       where a.workspace_id = ${workspaceId} and a.outcome = 'ok' and a.created_at >= ${since}
         and (a.operation like 'workspaces.%' or a.operation like 'members.%' or a.operation like 'redaction.%' or a.operation like 'sensitivity.%')
         and a.changes is not null
       order by a.created_at, a.id`,
  };
}

/** Reads what the platform shows to its auditors: nothing of documents. */
export function platformEvidenceRepository(tx: PlatformTx) {
  return {
    admins: (): Rows => admins(tx)`
      select array[u.name, u.email, u.created_at::text] as cells from users u where u.is_platform_admin order by u.email`,
    workspaces: (): Rows => workspaces(tx)`
      select array[w.id, w.name, w.created_at::text, coalesce(w.suspended_at::text, 'no'),
                   (select count(*) from memberships m where m.workspace_id = w.id)::text] as cells
        from workspaces w order by w.created_at, w.id`,
    migrations: (): Rows => migrations(tx)`
      select array[m.migration_name::text, m.finished_at::text] as cells from _prisma_migrations m
       where m.finished_at is not null and m.rolled_back_at is null order by m.migration_name`,
    looks: (): Rows => allLooks(tx)`
      select array[l.workspace_id, l.asked_at::text, l.admin_id, l.reason, case when l.is_urgent then 'urgent' else 'asked' end,
                   coalesce(l.began_at::text, ''), coalesce(l.closed_at::text, l.ends_at::text, '')] as cells
        from workspace_looks l order by l.asked_at, l.id`,
    deeds: (since: Date): Rows => deeds(tx)`
      select array[a.operation, a.outcome, count(*)::text, max(a.created_at)::text] as cells from platform_audit_entries a
       where a.created_at >= ${since} group by a.operation, a.outcome order by a.operation, a.outcome`,
    providers: (since: Date): Rows => providers(tx)`
      select array[c.provider, c.server, c.model, count(*)::text, count(distinct c.workspace_id)::text] as cells
        from model_calls c where c.created_at >= ${since} group by c.provider, c.server, c.model order by c.provider, c.server, c.model`,
  };
}
