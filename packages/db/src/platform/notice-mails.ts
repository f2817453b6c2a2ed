import { boolean, integer, nullable, ownJson, text, timestamp } from "@besunny/sql/rows/column";

import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

/** A member of a workspace with the choices that decide when they are notified. */
export type PersonToTell = {
  workspaceId: string;
  userId: string;
  name: string;
  role: string;
  timeZone: string | null;
  /** The language of the person's mails; null: they have chosen none. */
  language: string | null;
  projects: { id: string; role: string }[];
  groups: string[];
  channels: Record<string, unknown>;
  isMailed: boolean;
  quietFrom: number | null;
  quietTo: number | null;
  digestHour: number;
  lastDay: string | null;
  /** True for a person who is linked with a Slack that can be asked now. */
  hasSlack: boolean;
  /** The kinds of which there are unread notices that no mail has taken up. */
  waiting: string[];
};

/** A mail that is to be sent now. */
export type MailToSend = {
  id: string;
  email: string;
  subject: string;
  text: string;
  createdAt: Date;
};

/** Reads whom to tell, and sends the mails in the queue. */
export function platformMailRepository(prisma: PlatformClient) {
  return {
    /** Lists members in order of workspace and person, after the given ones, without those who are suspended. */
    listPeople: (after: { workspaceId: string; userId: string }, limit: number, now = new Date()) =>
      people(prisma)`
        select m.workspace_id as "workspaceId", m.user_id as "userId", u.name, m.role, u.time_zone as "timeZone", u.language,
               (select coalesce(json_agg(json_build_object('id', p.project_id, 'role', p.role)), '[]')
                  from project_members p where p.workspace_id = m.workspace_id and p.user_id = m.user_id) as projects,
               (select coalesce(json_agg(g.group_id), '[]')
                  from group_members g where g.workspace_id = m.workspace_id and g.user_id = m.user_id) as groups,
               coalesce(s.channels, '{}') as channels, coalesce(s.is_mailed, true) as "isMailed", s.quiet_from as "quietFrom", s.quiet_to as "quietTo",
               coalesce(s.digest_hour, 7) as "digestHour", s.last_day as "lastDay",
               (select coalesce(json_agg(distinct n.kind), '[]') from notices n
                 where n.workspace_id = m.workspace_id and n.user_id = m.user_id
                   and n.mailed_at is null and n.read_at is null) as waiting,
               exists (select 1 from slack_links l join slack_installs i on i.workspace_id = l.workspace_id
                 where l.workspace_id = m.workspace_id and l.user_id = m.user_id and l.proven_at is not null
                   and i.trouble is distinct from 'revoked'
                   and (i.blocked_until is null or i.blocked_until <= ${now})) as "hasSlack"
          from memberships m
          join users u on u.id = m.user_id and u.suspended_at is null
          join workspaces w on w.id = m.workspace_id and w.suspended_at is null
          left join notice_settings s on s.workspace_id = m.workspace_id and s.user_id = m.user_id
         where (m.workspace_id, m.user_id) > (${after.workspaceId}, ${after.userId})
         order by m.workspace_id, m.user_id
         limit ${limit}::int`,

    /** Returns true if a mail waits to be sent. */
    isWaiting: async (now: Date): Promise<boolean> => {
      const [row] = await waiting(prisma)`
        select exists (select 1 from notice_mails
                        where sent_at is null and next_try_at <= ${now}) as "isWaiting"`;
      return row?.isWaiting ?? false;
    },

    /** Takes a mail until `until`, so that no other worker sends it meanwhile. Returns null if none waits. */
    take: async (now: Date, until: Date): Promise<MailToSend | null> => {
      const [row] = await mails(prisma)`
        update notice_mails q set next_try_at = ${until}
          from users u
         where u.id = q.user_id and q.id = (
           select id from notice_mails
            where sent_at is null and text is not null and next_try_at <= ${now}
            order by next_try_at, id limit 1 for update skip locked)
        returning q.id, u.email, q.subject, q.text, q.created_at as "createdAt"`;
      return row && row.text !== null ? { ...row, text: row.text } : null;
    },

    /** Marks a mail as sent and forgets its text. */
    markSent: async (id: string, now: Date): Promise<void> => {
      await prisma.noticeMail.updateMany({
        where: { id },
        data: { sentAt: now, text: null },
      });
    },

    /** Deletes mails that nobody could take, and the records of those sent long ago. Returns how many. */
    removeOld: async (before: { unsent: Date; sent: Date }): Promise<number> => {
      const { count } = await prisma.noticeMail.deleteMany({
        where: {
          OR: [{ sentAt: null, createdAt: { lt: before.unsent } }, { sentAt: { lt: before.sent } }],
        },
      });
      return count;
    },
  };
}

const people = rawRows({
  workspaceId: text,
  userId: text,
  name: text,
  role: text,
  timeZone: nullable(text),
  language: nullable(text),
  projects: ownJson<PersonToTell["projects"]>(),
  groups: ownJson<string[]>(),
  channels: ownJson<Record<string, unknown>>(),
  isMailed: boolean,
  quietFrom: nullable(integer),
  quietTo: nullable(integer),
  digestHour: integer,
  lastDay: nullable(text),
  waiting: ownJson<string[]>(),
  hasSlack: boolean,
});
const waiting = rawRows({ isWaiting: boolean });
const mails = rawRows({
  id: text,
  email: text,
  subject: text,
  text: nullable(text),
  createdAt: timestamp,
});
