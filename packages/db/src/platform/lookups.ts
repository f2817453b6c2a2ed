import { literally } from "../literally";
import type { PlatformClient } from "./platform-tx";

const call = { id: true, operation: true, createdAt: true, subjects: true } as const;

/** Finds what an id belongs to, in all workspaces, without names or texts of documents. */
export function lookupRepository(prisma: PlatformClient) {
  return {
    document: (id: string) =>
      prisma.document.findUnique({ where: { id }, select: { id: true, workspaceId: true } }),

    documentRun: (id: string) =>
      prisma.run.findUnique({
        where: { id },
        select: { id: true, workspaceId: true, documentId: true },
      }),

    batch: (id: string) =>
      prisma.batch.findUnique({ where: { id }, select: { id: true, workspaceId: true } }),

    workspace: (id: string) =>
      prisma.workspace.findUnique({ where: { id }, select: { id: true, name: true } }),

    /** Returns people whose id this is, or whose address or name holds it. */
    people: (text: string, limit: number) =>
      prisma.user.findMany({
        where: {
          OR: [
            { id: text },
            { email: { contains: literally(text), mode: "insensitive" } },
            { name: { contains: literally(text), mode: "insensitive" } },
          ],
        },
        orderBy: { email: "asc" },
        take: limit,
        select: { id: true, name: true, email: true },
      }),

    /** Returns workspaces whose name holds this. */
    workspaces: (text: string, limit: number) =>
      prisma.workspace.findMany({
        where: { name: { contains: literally(text), mode: "insensitive" } },
        orderBy: { name: "asc" },
        take: limit,
        select: { id: true, name: true },
      }),

    /** Returns the calls of a trace, of workspaces and of the platform, oldest first. */
    calls: async (traceId: string, limit: number) => {
      const asked = { where: { traceId }, orderBy: { createdAt: "asc" }, take: limit } as const;
      const [inWorkspaces, across] = await Promise.all([
        prisma.auditEntry.findMany({ ...asked, select: { ...call, workspaceId: true } }),
        prisma.platformAuditEntry.findMany({ ...asked, select: call }),
      ]);
      return [...inWorkspaces, ...across.map((row) => ({ ...row, workspaceId: null }))]
        .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
        .slice(0, limit);
    },
  };
}
