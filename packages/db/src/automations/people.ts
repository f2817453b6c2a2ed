import { nullable, ownJson, text } from "@besunny/sql/rows/column";

import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const personRows = rawRows({
  userId: text,
  name: text,
  role: text,
  projects: ownJson<{ id: string; role: string }[]>(),
  groups: ownJson<string[]>(),
  standing: nullable(text),
});

/** Reads members with all that their rights come from, so that work for them may do what they may do today. */
export function memberRightsRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns these members, or all without ids. */
    list: (ids?: readonly string[]) =>
      personRows(tx)`
        select m.user_id as "userId", u.name, m.role,
               (select coalesce(json_agg(json_build_object('id', p.project_id, 'role', p.role) order by p.project_id), '[]')
                  from project_members p where p.workspace_id = m.workspace_id and p.user_id = m.user_id) as projects,
               (select coalesce(json_agg(g.group_id order by g.group_id), '[]')
                  from group_members g where g.workspace_id = m.workspace_id and g.user_id = m.user_id) as groups,
               (select b.state from billing_accounts b where b.workspace_id = m.workspace_id) as standing
          from memberships m join users u on u.id = m.user_id
         where m.workspace_id = ${workspaceId} and (${ids === undefined} or m.user_id = any(${[...(ids ?? [])]}::text[]))
         order by m.user_id`,
  };
}
