import { afterTime, type Page, toPage } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { visibleProject } from "./documents/visible-project";
import type { Tx } from "./tx";

const columns = {
  id: true,
  name: true,
  description: true,
  isRestricted: true,
  isSample: true,
  createdAt: true,
  archivedAt: true,
  _count: { select: { documents: { where: { document: { trashedAt: null } } } } },
} satisfies Prisma.ProjectSelect;

type Row = Prisma.ProjectGetPayload<{ select: typeof columns }>;
export type Project = Omit<Row, "_count"> & { documentCount: number };

const memberColumns = { userId: true, role: true, createdAt: true } as const;

export function projectRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const visible: Prisma.ProjectWhereInput = { workspaceId, ...visibleProject(principals) };

  return {
    /** Returns these projects with what filing needs, visible or not. */
    listToFileIn: (ids: readonly string[]) =>
      tx.project.findMany({
        where: { workspaceId, id: { in: [...ids] } },
        select: { id: true, name: true, isRestricted: true, archivedAt: true },
      }),

    find: async (id: string): Promise<Project | null> => {
      const row = await tx.project.findFirst({ where: { ...visible, id }, select: columns });
      return row && toProject(row);
    },

    /** Returns what the people of the project ask of answers; null if the caller does not see the project. */
    findInstructions: async (id: string): Promise<string | null> => {
      const row = await tx.project.findFirst({
        where: { ...visible, id },
        select: { instructions: true },
      });
      return row?.instructions ?? null;
    },

    setInstructions: async (id: string, instructions: string): Promise<void> => {
      await tx.project.updateMany({ where: { ...visible, id }, data: { instructions } });
    },

    findMany: async (ids: readonly string[]): Promise<Project[]> => {
      const rows = await tx.project.findMany({
        where: { ...visible, id: { in: [...ids] } },
        select: columns,
      });
      return rows.map(toProject);
    },

    list: async (page: {
      limit: number;
      cursor?: string | undefined;
      archived?: boolean | undefined;
    }): Promise<Page<Project>> => {
      const after = afterTime(page.cursor, "projects");
      const rows = await tx.project.findMany({
        where: {
          AND: [
            visible,
            { archivedAt: page.archived ? { not: null } : null },
            after
              ? {
                  OR: [
                    { createdAt: { lt: after.at } },
                    { createdAt: after.at, id: { lt: after.id } },
                  ],
                }
              : {},
          ],
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: page.limit + 1,
        select: columns,
      });
      return toPage(rows.map(toProject), {
        limit: page.limit,
        list: "projects",
        keyOf: (row) => [row.createdAt.toISOString(), row.id],
      });
    },

    create: async (project: {
      name: string;
      description: string;
      isRestricted: boolean;
      createdById: string | null;
    }): Promise<Project> =>
      toProject(
        await tx.project.create({
          data: { id: newId("prj"), workspaceId, ...project },
          select: columns,
        }),
      ),

    /** Returns the project of the sample documents; null if there is none that the caller sees. */
    findSample: async (): Promise<Project | null> => {
      const row = await tx.project.findFirst({
        where: { ...visible, isSample: true },
        select: columns,
      });
      return row && toProject(row);
    },

    /** Adds the project of the sample documents, unless the workspace has one. */
    addSample: async (project: {
      name: string;
      description: string;
      createdById: string | null;
    }): Promise<void> => {
      await tx.project.createMany({
        data: [{ id: newId("prj"), workspaceId, isSample: true, ...project }],
        skipDuplicates: true,
      });
    },

    /** Lists the documents that came with the sample project, outside the trash and in it, with their attachments. */
    listSampleDocuments: async (
      projectId: string,
    ): Promise<{ id: string; isTrashed: boolean }[]> => {
      const project = await tx.project.findFirst({
        where: { id: projectId, workspaceId, isSample: true },
        select: { createdAt: true },
      });
      if (!project) return [];
      const came = { workspaceId, source: "sample", createdAt: { gte: project.createdAt } };
      const rows = await tx.document.findMany({
        where: {
          workspaceId,
          OR: [
            { ...came, projects: { some: { projectId } } },
            { parent: { ...came, projects: { some: { projectId } } } },
          ],
        },
        orderBy: { id: "asc" },
        select: { id: true, trashedAt: true },
      });
      return rows.map(({ id, trashedAt }) => ({ id, isTrashed: trashedAt !== null }));
    },

    /** Deletes a project. Its documents stay, in no project or in their others. */
    remove: async (id: string): Promise<void> => {
      await tx.project.deleteMany({ where: { id, workspaceId } });
    },

    update: async (
      id: string,
      changes: Partial<Pick<Project, "name" | "description" | "isRestricted" | "archivedAt">>,
    ): Promise<Project> =>
      toProject(
        await tx.project.update({ where: { id, workspaceId }, data: changes, select: columns }),
      ),

    listMembers: (projectId: string) =>
      tx.projectMember.findMany({
        where: { workspaceId, projectId },
        orderBy: { createdAt: "asc" },
        select: memberColumns,
      }),

    putMember: async (projectId: string, userId: string, role: string): Promise<void> => {
      await tx.projectMember.upsert({
        where: { projectId_userId: { projectId, userId } },
        create: { projectId, userId, workspaceId, role },
        update: { role },
        select: { userId: true },
      });
    },

    removeMember: async (projectId: string, userId: string): Promise<void> => {
      await tx.projectMember.deleteMany({ where: { workspaceId, projectId, userId } });
    },

    /** Lists the documents of a project regardless of access, in order to write their access again. */
    documentIds: async (projectId: string): Promise<string[]> => {
      const rows = await tx.documentProject.findMany({
        where: { workspaceId, projectId },
        select: { documentId: true },
      });
      return rows.map((row) => row.documentId);
    },
  };
}

function toProject({ _count, ...row }: Row): Project {
  return { ...row, documentCount: _count.documents };
}
