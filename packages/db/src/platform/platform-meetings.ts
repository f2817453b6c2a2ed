import { assured, nullable, ownJson, text } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformTx } from "./platform-tx";

/** A member with open actions that have a day, who wants to be reminded of them. */
export type PersonToRemind = {
  workspaceId: string;
  userId: string;
  name: string;
  role: string;
  timeZone: string | null;
  projects: { id: string; role: string }[];
  groups: string[];
  /** The earliest day of an open action, and the last day of a reminder, as `2026-01-31`. */
  firstDue: string;
  lastReminded: string | null;
};

/** Finds people to remind of actions, and meetings that a hosted model is to understand again, in all workspaces. */
export function platformMeetingRepository(tx: PlatformTx) {
  return {
    /** Lists members in order of workspace and person, after the given ones, whose open actions are due before a day. */
    listToRemind: (
      after: { workspaceId: string; userId: string },
      { dueBefore, limit }: { dueBefore: string; limit: number },
    ): Promise<PersonToRemind[]> => people(tx)`
      select m.workspace_id as "workspaceId", m.user_id as "userId", u.name, m.role, coalesce(s.zone, u.time_zone) as "timeZone",
             (select coalesce(json_agg(json_build_object('id', p.project_id, 'role', p.role)), '[]')
                from project_members p where p.workspace_id = m.workspace_id and p.user_id = m.user_id) as projects,
             (select coalesce(json_agg(g.group_id), '[]')
                from group_members g where g.workspace_id = m.workspace_id and g.user_id = m.user_id) as groups,
             to_char(a.first_due, 'YYYY-MM-DD') as "firstDue", to_char(a.last_reminded, 'YYYY-MM-DD') as "lastReminded"
        from memberships m
        join users u on u.id = m.user_id and u.suspended_at is null
        join workspaces w on w.id = m.workspace_id and w.suspended_at is null
        join (select workspace_id, owner_id, min(due_on) as first_due, max(reminded_on) as last_reminded
                from action_items
               where state = 'open' and owner_id is not null and due_on < ${dueBefore}::date
               group by workspace_id, owner_id) a on a.workspace_id = m.workspace_id and a.owner_id = m.user_id
        left join meeting_wishes s on s.workspace_id = m.workspace_id and s.user_id = m.user_id
       where coalesce(s.is_reminded, true) and (m.workspace_id, m.user_id) > (${after.workspaceId}, ${after.userId})
       order by m.workspace_id, m.user_id
       limit ${limit}::int`,

    /** Lists meetings that local models understood before a moment for one of these causes, the oldest first. */
    listFallenBack: (
      causes: readonly string[],
      { before, limit }: { before: Date; limit: number },
    ): Promise<{ workspaceId: string; documentId: string }[]> => meetings(tx)`
      select workspace_id as "workspaceId", document_id as "documentId"
        from meetings
       where producer ->> 'fallbackCause' = any(${[...causes]}::text[]) and understood_at < ${before}
       order by understood_at, id
       limit ${limit}::int`,
  };
}

const people = rawRows({
  workspaceId: text,
  userId: text,
  name: assured(text),
  role: text,
  timeZone: nullable(text),
  projects: assured(ownJson<{ id: string; role: string }[]>()),
  groups: assured(ownJson<string[]>()),
  firstDue: assured(text),
  lastReminded: nullable(text),
});
const meetings = rawRows({ workspaceId: text, documentId: text });
