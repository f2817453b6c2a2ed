import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { PlatformTx } from "../platform/platform-tx";
import type { Tx } from "../workspace/tx";

const person = { select: { id: true, name: true } } as const;
const columns = {
  id: true,
  owner: person,
  visibility: true,
  version: true,
  title: true,
  description: true,
  content: true,
  createdAt: true,
  updatedAt: true,
  removedAt: true,
} satisfies Prisma.DashboardSelect;

/** The words and the content of a dashboard. */
export type DashboardText = { title: string; description: string; content: object };

export type StoredDashboard = Omit<DashboardText, "content"> & {
  id: string;
  owner: { id: string; name: string } | null;
  visibility: string;
  version: number;
  content: unknown;
  createdAt: Date;
  updatedAt: Date;
  removedAt: Date | null;
};

export type StoredVersion = Omit<DashboardText, "content"> & {
  version: number;
  content: unknown;
  madeAt: Date;
  madeBy: { id: string; name: string } | null;
};

export type StoredLink = {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  openedCount: number;
  lastOpenedAt: Date | null;
  createdBy: { id: string; name: string } | null;
};

export type StoredLinked = {
  id: string;
  createdById: string | null;
  expiresAt: Date;
  dashboard: StoredDashboard;
};

/**
 * Reads and writes the dashboards of a workspace, or of the platform where it is null. Nobody finds a dashboard that somebody else keeps to
 * themselves.
 */
export function dashboardRepository(tx: Tx | PlatformTx, workspaceId: string | null) {
  const readable = (readerId: string): Prisma.DashboardWhereInput => ({
    workspaceId,
    OR: [{ ownerId: readerId }, { visibility: { not: "me" } }],
  });
  const open = (now: Date): Prisma.DashboardShareWhereInput => ({
    workspaceId,
    revokedAt: null,
    expiresAt: { gt: now },
  });
  const write = (id: string, version: number, text: DashboardText, by: By) =>
    tx.dashboardVersion.createMany({
      data: [{ dashboardId: id, version, workspaceId, ...text, madeById: by.id, madeAt: by.at }],
    });

  return {
    /** Lists the dashboards that a person may see, by title, without those that were removed. */
    list: (readerId: string, limit: number): Promise<StoredDashboard[]> =>
      tx.dashboard.findMany({
        where: { ...readable(readerId), removedAt: null },
        orderBy: [{ title: "asc" }, { id: "asc" }],
        take: limit,
        select: columns,
      }),

    /** Counts what a person made and has not removed. */
    countOf: (ownerId: string): Promise<number> =>
      tx.dashboard.count({ where: { workspaceId, ownerId, removedAt: null } }),

    /** Finds a dashboard, a removed one too. */
    find: (id: string, readerId: string): Promise<StoredDashboard | null> =>
      tx.dashboard.findFirst({ where: { ...readable(readerId), id }, select: columns }),

    create: async (
      { visibility, ...text }: DashboardText & { visibility: string },
      by: By,
    ): Promise<string> => {
      const id = newId("dsh");
      const times = { createdAt: by.at, updatedAt: by.at };
      await tx.dashboard.createMany({
        data: [{ id, workspaceId, ownerId: by.id, visibility, version: 1, ...text, ...times }],
      });
      await write(id, 1, text, by);
      return id;
    },

    /** Writes the next version. Returns false, and writes nothing, if the dashboard is no longer in the version that the writer has seen. */
    change: async (id: string, seen: number, text: DashboardText, by: By): Promise<boolean> => {
      const { count } = await tx.dashboard.updateMany({
        where: { id, workspaceId, version: seen, removedAt: null },
        data: { ...text, version: seen + 1, updatedAt: by.at },
      });
      if (count === 0) return false;
      await write(id, seen + 1, text, by);
      return true;
    },

    /** Sets who sees it, or when it was removed. */
    mark: async (id: string, marks: { visibility?: string; removedAt?: Date | null }) => {
      await tx.dashboard.updateMany({ where: { id, workspaceId }, data: marks });
    },

    versions: (id: string, limit: number): Promise<StoredVersion[]> =>
      tx.dashboardVersion.findMany({
        where: { dashboardId: id, workspaceId },
        orderBy: { version: "desc" },
        take: limit,
        select: versionColumns,
      }),

    findVersion: (id: string, version: number): Promise<StoredVersion | null> =>
      tx.dashboardVersion.findFirst({
        where: { dashboardId: id, version, workspaceId },
        select: versionColumns,
      }),

    /** Lists the links of a dashboard that have not ended. */
    links: (dashboardId: string, now: Date): Promise<StoredLink[]> =>
      tx.dashboardShare.findMany({
        where: { ...open(now), dashboardId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: linkColumns,
      }),

    addLink: async (
      dashboardId: string,
      link: { tokenHash: string; expiresAt: Date },
      by: By,
    ): Promise<string> => {
      const id = newId("dsl");
      await tx.dashboardShare.createMany({
        data: [{ id, dashboardId, workspaceId, ...link, createdById: by.id, createdAt: by.at }],
      });
      return id;
    },

    /** Finds a link that has not ended, with its dashboard's id. */
    findLink: (id: string, now: Date): Promise<{ id: string; dashboardId: string } | null> =>
      tx.dashboardShare.findFirst({
        where: { ...open(now), id },
        select: { id: true, dashboardId: true },
      }),

    revokeLink: async (id: string, now: Date): Promise<void> => {
      await tx.dashboardShare.updateMany({
        where: { ...open(now), id },
        data: { revokedAt: now },
      });
    },

    /** Finds the dashboard of a link that has not ended, with the one who made the link. */
    findLinked: (tokenHash: string, now: Date): Promise<StoredLinked | null> =>
      tx.dashboardShare.findFirst({
        where: { ...open(now), tokenHash, dashboard: { removedAt: null } },
        select: { id: true, createdById: true, expiresAt: true, dashboard: { select: columns } },
      }),

    countOpening: async (id: string, now: Date): Promise<void> => {
      await tx.dashboardShare.updateMany({
        where: { id, workspaceId },
        data: { openedCount: { increment: 1 }, lastOpenedAt: now },
      });
    },
  };
}

/** The person who writes, and the time. */
export type By = { id: string; at: Date };

export type DashboardRepository = ReturnType<typeof dashboardRepository>;

const versionColumns = {
  version: true,
  title: true,
  description: true,
  content: true,
  madeAt: true,
  madeBy: person,
} satisfies Prisma.DashboardVersionSelect;

const linkColumns = {
  id: true,
  createdAt: true,
  expiresAt: true,
  openedCount: true,
  lastOpenedAt: true,
  createdBy: person,
} satisfies Prisma.DashboardShareSelect;
