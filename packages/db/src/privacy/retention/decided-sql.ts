import { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import type { StoredRule } from "./retention-rules";

/** A rule as statements take it: one that is saved, or one that is only tried. */
export type TriedRule = Omit<StoredRule, "name" | "createdAt">;

/**
 * Returns the parts of a statement that find `decided`: each file outside the trash with the rule that decides on it. `due` is the moment at which its
 * time is over. `is_held` says whether a hold keeps it or something in it. `fitting` lists all rules that fit it. Attachments go with their
 * file. The rule with the most conditions decides, and of equal ones the one that keeps longest.
 */
export function decidedBy(
  rules: readonly TriedRule[],
  { workspaceId, principals }: Scope,
  now: Date,
): Prisma.Sql {
  return Prisma.sql`rules as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb)
        as r(id text, type text, "projectId" text, "sourceId" text, amount int, unit text, "countsFrom" text, "trashDays" int)
    ), held as (
      select h.document_id as id from held_documents h join legal_holds l on l.id = h.hold_id
       where h.workspace_id = ${workspaceId} and l.released_at is null and (l.until is null or l.until > ${now})
      union
      select d.parent_id from held join documents d on d.id = held.id where d.parent_id is not null and d.workspace_id = ${workspaceId}
    ), fits as materialized (
      select d.id, d.title, d.uploaded_by_id, d.access && ${[...principals]}::text[] as is_seen, r.id as rule_id, r."trashDays" as trash_days,
             num_nonnulls(r.type, r."projectId", r."sourceId") as conditions,
             (case when r."countsFrom" = 'dated' then d.dated_on::timestamptz else d.created_at end)
               + make_interval(years => case r.unit when 'years' then r.amount else 0 end,
                               months => case r.unit when 'months' then r.amount else 0 end,
                               days => case r.unit when 'days' then r.amount else 0 end) as due
        from rules r join documents d on d.workspace_id = ${workspaceId} and d.parent_id is null and d.trashed_at is null and d.access <> array['restricted']
         and (r.type is null or d.type = r.type)
         and (r."sourceId" is null or starts_with(d.source_item_id, r."sourceId" || '/'))
         and (r."projectId" is null or exists (
               select from document_projects p where p.document_id = d.id and p.project_id = r."projectId"))
    ), decided as materialized (
      select distinct on (f.id) f.*, array_agg(f.rule_id) over (partition by f.id) as fitting, f.id in (select held.id from held) as is_held
        from fits f order by f.id, f.conditions desc, f.due desc, f.rule_id
    )`;
}
