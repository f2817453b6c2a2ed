import { type AuditEntry, auditColumns } from "../audit-entry";
import { newId } from "../ids";
import type { IdentityTx } from "./identity-tx";

/** An API key that has ended, and the workspace that it was for. */
export type EndedKey = { id: string; workspaceId: string };

/** Reads and writes workspaces, memberships, projects' members and API keys. */
export function accessRepository(tx: IdentityTx) {
  return {
    createWorkspace: async (
      name: string,
      ownerId: string,
    ): Promise<{ id: string; name: string }> => {
      const workspace = { id: newId("ws"), name };
      await tx.workspace.createMany({ data: [workspace] });
      await tx.membership.createMany({
        data: [{ workspaceId: workspace.id, userId: ownerId, role: "owner" }],
      });
      return workspace;
    },

    addMember: async (workspaceId: string, userId: string, role: string): Promise<void> => {
      await tx.membership.createMany({
        data: [{ workspaceId, userId, role }],
        skipDuplicates: true,
      });
    },

    /** Lists the projects of a person, with their role in each. */
    listProjects: async (
      workspaceId: string,
      userId: string,
    ): Promise<{ id: string; role: string }[]> => {
      const rows = await tx.projectMember.findMany({
        where: { workspaceId, userId },
        orderBy: { projectId: "asc" },
        select: { projectId: true, role: true },
      });
      return rows.map(({ projectId, role }) => ({ id: projectId, role }));
    },

    /** Lists the ids of the groups of a person. */
    listGroups: async (workspaceId: string, userId: string): Promise<string[]> => {
      const rows = await tx.groupMember.findMany({
        where: { workspaceId, userId },
        orderBy: { groupId: "asc" },
        select: { groupId: true },
      });
      return rows.map(({ groupId }) => groupId);
    },

    /** Returns null if the key was revoked or has expired. */
    findApiKeyById: (id: string, now: Date) =>
      tx.apiKey.findFirst({
        where: { id, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
        select: { id: true, workspaceId: true, userId: true, scopes: true, lastUsedAt: true },
      }),

    /** Returns the networks from which the workspace may be reached; none if from everywhere. */
    findNetworks: async (workspaceId: string): Promise<string[]> => {
      const policy = await tx.signInPolicy.findUnique({
        where: { workspaceId },
        select: { networks: true },
      });
      return policy?.networks ?? [];
    },

    /** Records the use of a key. Returns false and writes nothing if a use after `since` is already recorded. */
    touchApiKey: async (id: string, now: Date, since: Date): Promise<boolean> => {
      const { count } = await tx.apiKey.updateMany({
        where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: since } }] },
        data: { lastUsedAt: now },
      });
      return count > 0;
    },

    /** Revokes every key of a person, in every workspace. Returns those that were not revoked before. */
    revokeApiKeys: (userId: string, now: Date): Promise<EndedKey[]> =>
      tx.apiKey.updateManyAndReturn({
        where: { userId, revokedAt: null },
        data: { revokedAt: now },
        select: { id: true, workspaceId: true },
      }),

    /** Returns the place of a person in a workspace, or null; null too while either of them is suspended. */
    findMembership: (workspaceId: string, userId: string) =>
      tx.membership.findFirst({
        where: {
          workspaceId,
          userId,
          workspace: { suspendedAt: null },
          user: { suspendedAt: null },
        },
        select: {
          role: true,
          workspace: {
            select: { id: true, name: true, billingAccount: { select: { state: true } } },
          },
          user: {
            select: { id: true, name: true, email: true, isPlatformAdmin: true, language: true },
          },
        },
      }),

    /** Returns a hold in force on the person, or null. */
    findHoldOn: (userId: string, now: Date): Promise<{ name: string } | null> =>
      tx.legalHold.findFirst({
        where: { userId, releasedAt: null, OR: [{ until: null }, { until: { gt: now } }] },
        select: { name: true },
      }),

    /** Lists the workspaces of which the person is the only owner, by name, whether suspended or not. */
    listOnlyOwned: async (
      userId: string,
    ): Promise<{ id: string; name: string; memberCount: number }[]> => {
      const rows = await tx.workspace.findMany({
        where: {
          AND: [
            { memberships: { some: { userId, role: "owner" } } },
            { memberships: { none: { userId: { not: userId }, role: "owner" } } },
          ],
        },
        orderBy: { name: "asc" },
        select: { id: true, name: true, _count: { select: { memberships: true } } },
      });
      return rows.map(({ _count, ...workspace }) => ({
        ...workspace,
        memberCount: _count.memberships,
      }));
    },

    /** Lists the memberships of a person, oldest first. */
    listMemberships: (userId: string) =>
      tx.membership.findMany({
        where: { userId },
        orderBy: { createdAt: "asc" },
        select: { role: true, createdAt: true, workspace: { select: { id: true, name: true } } },
      }),

    recordAudit: async (entry: AuditEntry & { workspaceId: string }): Promise<void> => {
      const { workspaceId, actorKeyId = null } = entry;
      await tx.auditEntry.createMany({
        data: [{ id: newId("aud"), ...auditColumns(entry), workspaceId, actorKeyId }],
      });
    },

    /**
     * Records an event of a person's account in each of their workspaces. If they have none, or are a platform admin, records it in the
     * platform's log too. Names keys only in the row of their own workspace.
     */
    recordAccountAudit: async (
      userId: string,
      entry: AuditEntry,
      keys: readonly EndedKey[] = [],
    ): Promise<void> => {
      const person = await tx.user.findUnique({
        where: { id: userId },
        select: { isPlatformAdmin: true, memberships: { select: { workspaceId: true } } },
      });
      const memberships = person?.memberships ?? [];
      const workspaceIds = new Set([...memberships, ...keys].map(({ workspaceId }) => workspaceId));
      const { subjects, ...columns } = auditColumns(entry);
      await tx.auditEntry.createMany({
        data: [...workspaceIds].map((workspaceId) => ({
          id: newId("aud"),
          workspaceId,
          ...columns,
          subjects: [...subjects, ...keysIn(keys, workspaceId)],
        })),
      });
      if (workspaceIds.size === 0 || person?.isPlatformAdmin)
        await tx.platformAuditEntry.createMany({
          data: [{ id: newId("aud"), ...columns, subjects }],
        });
    },
  };
}

function keysIn(keys: readonly EndedKey[], workspaceId: string): string[] {
  return keys.filter((key) => key.workspaceId === workspaceId).map(({ id }) => id);
}
