import { boolean, nullable, ownJson, text, textArray, timestamp } from "@besunny/sql/rows/column";

import { rawRows } from "../raw-rows";
import type { IdentityTx } from "./identity-tx";

/** A person's role in a workspace, and the projects and groups that they are a member of, by id. */
export type CallerMembership = {
  role: string;
  workspace: { id: string; name: string };
  isSuspended: boolean;
  /** Its payments are late for long, or it has ended. */
  isReadOnly: boolean;
  projects: { id: string; role: string }[];
  /** The ids of the groups that they are a member of. */
  groups: string[];
};

/** A live session, with its person and their memberships, oldest first. */
export type SessionCaller = {
  sessionId: string;
  app: string;
  lastSeenAt: Date;
  user: {
    id: string;
    name: string;
    email: string;
    isPlatformAdmin: boolean;
    language: string | null;
    /** Null until a browser has reported it. */
    timeZone: string | null;
  };
  memberships: CallerMembership[];
};

/** A live API key, with its owner's place in its workspace. */
export type KeyCaller = {
  id: string;
  workspaceId: string;
  userId: string;
  scopes: string[];
  lastUsedAt: Date | null;
  name: string;
  role: string;
  projects: { id: string; role: string }[];
  /** True if the owner of the key is suspended. */
  isReadOnly: boolean;
  isPersonSuspended: boolean;
  /** The name of the workspace, if it is suspended. */
  suspendedWorkspace: string | null;
  /** The ids of the groups that they are a member of. */
  groups: string[];
};

const sessionRows = rawRows({
  sessionId: text,
  app: text,
  lastSeenAt: timestamp,
  user: ownJson<SessionCaller["user"]>(),
  memberships: ownJson<CallerMembership[]>(),
});
const keyRows = rawRows({
  id: text,
  workspaceId: text,
  userId: text,
  scopes: textArray,
  lastUsedAt: nullable(timestamp),
  name: text,
  role: text,
  isReadOnly: boolean,
  isPersonSuspended: boolean,
  suspendedWorkspace: nullable(text),
  projects: ownJson<KeyCaller["projects"]>(),
  groups: ownJson<string[]>(),
});

/** Finds the caller of a request. Every request asks, so each answer is one statement and one row. */
export function callerRepository(tx: IdentityTx) {
  return {
    /** Returns null if the session was revoked, has expired or was last used before `idleSince`, or if the person is suspended. */
    findBySession: async (
      sessionId: string,
      { now, idleSince }: { now: Date; idleSince: Date },
    ): Promise<SessionCaller | null> => {
      const [row] = await sessionRows(tx)`
        select s.id as "sessionId", s.app, s.last_seen_at as "lastSeenAt",
               json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'isPlatformAdmin', u.is_platform_admin, 'language', u.language, 'timeZone', u.time_zone) as "user",
               (select coalesce(json_agg(json_build_object(
                         'role', m.role,
                         'isSuspended', w.suspended_at is not null,
                         'isReadOnly', exists (select 1 from billing_accounts b where b.workspace_id = w.id and b.state in ('restricted', 'cancelled')),
                         'workspace', json_build_object('id', w.id, 'name', w.name),
                         'projects', (select coalesce(json_agg(json_build_object('id', p.project_id, 'role', p.role) order by p.project_id), '[]')
                                        from project_members p where p.workspace_id = m.workspace_id and p.user_id = m.user_id),
                         'groups', (select coalesce(json_agg(g.group_id order by g.group_id), '[]')
                                      from group_members g where g.workspace_id = m.workspace_id and g.user_id = m.user_id)
                       ) order by m.created_at), '[]')
                  from memberships m join workspaces w on w.id = m.workspace_id
                 where m.user_id = u.id) as memberships
          from sessions s join users u on u.id = s.user_id
         where s.id = ${sessionId} and u.suspended_at is null and s.revoked_at is null and s.expires_at > ${now} and s.last_seen_at > ${idleSince}`;
      return row ?? null;
    },

    /** Returns null if the key was revoked or has expired, or if its owner has left its workspace. */
    findByKey: async (keyHash: string, now: Date): Promise<KeyCaller | null> => {
      const [row] = await keyRows(tx)`
        select k.id, k.workspace_id as "workspaceId", k.user_id as "userId", k.scopes, k.last_used_at as "lastUsedAt", u.name, m.role,
               exists (select 1 from billing_accounts b where b.workspace_id = w.id and b.state in ('restricted', 'cancelled')) as "isReadOnly",
               u.suspended_at is not null as "isPersonSuspended", case when w.suspended_at is not null then w.name end as "suspendedWorkspace",
               (select coalesce(json_agg(json_build_object('id', p.project_id, 'role', p.role) order by p.project_id), '[]')
                  from project_members p where p.workspace_id = k.workspace_id and p.user_id = k.user_id) as projects,
               (select coalesce(json_agg(g.group_id order by g.group_id), '[]')
                  from group_members g where g.workspace_id = k.workspace_id and g.user_id = k.user_id) as groups
          from api_keys k
          join memberships m on m.workspace_id = k.workspace_id and m.user_id = k.user_id
          join users u on u.id = k.user_id
          join workspaces w on w.id = k.workspace_id
         where k.key_hash = ${keyHash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})`;
      return row ?? null;
    },
  };
}
