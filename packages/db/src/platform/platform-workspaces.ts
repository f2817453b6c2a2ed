import { integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";

import { afterTime, toPage } from "../cursor";
import { newId } from "../ids";
import { literally } from "../literally";
import { rawRows } from "../raw-rows";
import type { PlatformTx } from "./platform-tx";

const rows = rawRows({
  id: text,
  name: text,
  createdAt: timestamp,
  suspendedAt: nullable(timestamp),
  members: integer,
  documents: integer,
  bytes: real,
});

const owners = rawRows({ user_id: text });

const invitationColumns = {
  id: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
} as const;

/** Reads and changes workspaces and who belongs to them, for admins of the platform. */
export function platformWorkspaceRepository(tx: PlatformTx) {
  return {
    /** Returns a page of workspaces whose name holds the text, the newest first, with their numbers. */
    list: async (
      { text: asked }: { text?: string | undefined },
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ) => {
      const after = afterTime(cursor, "platform/workspaces");
      const pattern = `%${literally(asked ?? "")}%`;
      const found = await rows(tx)`
        select w.id, w.name, w.created_at as "createdAt", w.suspended_at as "suspendedAt",
               (select count(*) from memberships m where m.workspace_id = w.id)::int as members,
               (select count(*) from documents d where d.workspace_id = w.id)::int as documents,
               (select coalesce(sum(d.size), 0) from documents d where d.workspace_id = w.id)::float8 as bytes
        from workspaces w
        where w.name ilike ${pattern}
          and (${after?.at ?? null}::timestamptz is null or (w.created_at, w.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? ""}))
        order by w.created_at desc, w.id desc
        limit ${limit + 1}`;
      return toPage(found, {
        limit,
        list: "platform/workspaces",
        keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      });
    },

    find: (id: string) =>
      tx.workspace.findUnique({
        where: { id },
        select: { id: true, name: true, createdAt: true, suspendedAt: true },
      }),

    listMembers: (workspaceId: string) =>
      tx.membership.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
        take: 500,
        select: {
          userId: true,
          role: true,
          createdAt: true,
          user: { select: { name: true, email: true, suspendedAt: true } },
        },
      }),

    listInvitations: (workspaceId: string, now: Date) =>
      tx.invitation.findMany({
        where: { workspaceId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        orderBy: { createdAt: "desc" },
        take: 200,
        select: invitationColumns,
      }),

    create: async (name: string): Promise<string> => {
      const id = newId("ws");
      await tx.workspace.createMany({ data: [{ id, name }] });
      return id;
    },

    /** Returns false if there is no such workspace or it is so already. */
    setSuspended: async (id: string, at: Date | null): Promise<boolean> => {
      const { count } = await tx.workspace.updateMany({
        where: { id, suspendedAt: at ? null : { not: null } },
        data: { suspendedAt: at },
      });
      return count > 0;
    },

    findMember: (workspaceId: string, userId: string) =>
      tx.membership.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: { role: true },
      }),

    addMember: async (workspaceId: string, userId: string, role: string): Promise<void> => {
      await tx.membership.createMany({ data: [{ workspaceId, userId, role }] });
    },

    changeRole: async (workspaceId: string, userId: string, role: string): Promise<void> => {
      await tx.membership.updateMany({ where: { workspaceId, userId }, data: { role } });
    },

    /** Counts the owners. Locks their memberships until the transaction ends, so that the last two cannot leave at once. */
    countOwners: async (workspaceId: string): Promise<number> => {
      const locked = await owners(tx)`
        select user_id from memberships where workspace_id = ${workspaceId} and role = 'owner'
        order by user_id for update`;
      return locked.length;
    },

    invite: async (invitation: {
      workspaceId: string;
      email: string;
      role: string;
      tokenHash: string;
      invitedById: string;
      expiresAt: Date;
    }): Promise<string> => {
      const id = newId("inv");
      await tx.invitation.createMany({ data: [{ id, ...invitation }] });
      return id;
    },
  };
}
