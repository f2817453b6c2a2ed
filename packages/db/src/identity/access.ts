import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { IdentityTx } from "./identity-database";

/** Who belongs where: workspaces, memberships, projects' members, API keys. */
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

    listProjectIds: async (workspaceId: string, userId: string): Promise<string[]> => {
      const rows = await tx.projectMember.findMany({
        where: { workspaceId, userId },
        select: { projectId: true },
      });
      return rows.map((row) => row.projectId);
    },

    findApiKey: (keyHash: string, now: Date) =>
      tx.apiKey.findFirst({
        where: {
          keyHash,
          revokedAt: null,
          OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
        },
        select: { id: true, workspaceId: true, userId: true, name: true },
      }),

    touchApiKey: async (id: string, now: Date): Promise<void> => {
      await tx.apiKey.updateMany({ where: { id }, data: { lastUsedAt: now } });
    },

    findMembership: (workspaceId: string, userId: string) =>
      tx.membership.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: {
          role: true,
          workspace: { select: { id: true, name: true } },
          user: { select: { id: true, name: true, email: true, isPlatformAdmin: true } },
        },
      }),

    recordAudit: async (entry: {
      workspaceId: string;
      actorKind: string;
      actorId: string;
      action: string;
      input: Prisma.InputJsonValue;
    }): Promise<void> => {
      await tx.auditEntry.createMany({ data: [{ id: newId("aud"), ...entry }] });
    },

    /** What concerns a person's account: told in each of their workspaces, and to the platform where they have none or are its admin. */
    recordAccountAudit: async (entry: {
      actorId: string;
      action: string;
      input: Prisma.InputJsonValue;
    }): Promise<void> => {
      const person = await tx.user.findUnique({
        where: { id: entry.actorId },
        select: { isPlatformAdmin: true, memberships: { select: { workspaceId: true } } },
      });
      const memberships = person?.memberships ?? [];
      const told = { actorKind: "user", ...entry };
      await tx.auditEntry.createMany({
        data: memberships.map(({ workspaceId }) => ({ id: newId("aud"), workspaceId, ...told })),
      });
      if (memberships.length === 0 || person?.isPlatformAdmin)
        await tx.platformAuditEntry.createMany({ data: [{ id: newId("aud"), ...told }] });
    },

    revokeApiKeys: async (userId: string, now: Date): Promise<number> => {
      const { count } = await tx.apiKey.updateMany({
        where: { userId, revokedAt: null },
        data: { revokedAt: now },
      });
      return count;
    },
  };
}
