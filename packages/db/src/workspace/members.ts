import { assured, text } from "@besunny/sql/rows/column";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { EndedApiKey } from "./api-keys";
import type { Tx } from "./tx";

const columns = {
  userId: true,
  role: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} as const;

const invitationColumns = {
  id: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
} as const;

export type NewInvitation = {
  email: string;
  role: string;
  tokenHash: string;
  invitedById: string;
  expiresAt: Date;
};

export function memberRepository(tx: Tx, { workspaceId }: Scope) {
  const open = () => ({ workspaceId, acceptedAt: null, revokedAt: null });

  return {
    list: () =>
      tx.membership.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
        select: columns,
      }),

    /** Returns those of the people who belong to the workspace. */
    listPeople: (ids: readonly string[]): Promise<{ id: string; name: string; email: string }[]> =>
      tx.user.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, name: true, email: true },
      }),

    /** Lists the people who may see a document of this access, by the rule of `principals` in core. */
    listReaders: (access: readonly string[]): Promise<{ userId: string; name: string }[]> =>
      readers(tx)`
        select m.user_id as "userId", u.name from memberships m join users u on u.id = m.user_id
         where m.workspace_id = ${workspaceId}
           and (m.role in ('owner', 'admin') and 'all' = any(${[...access]}::text[]) or array['ws', m.user_id] && ${[...access]}::text[]
                or exists (select 1 from project_members p
                            where p.user_id = m.user_id and p.project_id = any(${[...access]}::text[]))
                or exists (select 1 from group_members g
                            where g.user_id = m.user_id and g.group_id = any(${[...access]}::text[])))
         order by u.name, m.user_id`,

    find: (userId: string) =>
      tx.membership.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: columns,
      }),

    /** Counts the owners. Locks their memberships until the transaction ends, so that the last two cannot leave at once. */
    countOwners: async (): Promise<number> => {
      const owners = await lockedOwners(tx)`
        select user_id from memberships where workspace_id = ${workspaceId} and role = 'owner'
        order by user_id for update`;
      return owners.length;
    },

    changeRole: (userId: string, role: string) =>
      tx.membership.update({
        where: { workspaceId_userId: { workspaceId, userId } },
        data: { role },
        select: { userId: true },
      }),

    /**
     * Removes a person from the workspace and its projects. Ends their API keys too, so that none works again when they rejoin. Returns
     * the keys that had not ended before.
     */
    remove: async (userId: string, now: Date): Promise<EndedApiKey[]> => {
      await tx.projectMember.deleteMany({ where: { workspaceId, userId } });
      await tx.membership.delete({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: { userId: true },
      });
      return tx.apiKey.updateManyAndReturn({
        where: { workspaceId, userId, revokedAt: null },
        data: { revokedAt: now },
        select: { id: true, name: true, userId: true },
      });
    },

    listInvitations: (now: Date) =>
      tx.invitation.findMany({
        where: { ...open(), expiresAt: { gt: now } },
        orderBy: { createdAt: "desc" },
        select: invitationColumns,
      }),

    invite: (invitation: NewInvitation) =>
      tx.invitation.create({
        data: { id: newId("inv"), workspaceId, ...invitation },
        select: invitationColumns,
      }),

    /** Returns false if there is no such open invitation. */
    revokeInvitation: async (id: string, now: Date): Promise<boolean> => {
      const { count } = await tx.invitation.updateMany({
        where: { id, ...open() },
        data: { revokedAt: now },
      });
      return count > 0;
    },
  };
}

const readers = rawRows({ userId: assured(text), name: assured(text) });
const lockedOwners = rawRows({ user_id: text });
