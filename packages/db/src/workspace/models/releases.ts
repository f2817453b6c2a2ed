import { assured, integer, text } from "@besunny/sql/rows/column";
import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type ReleaseRow = {
  id: string;
  number: number;
  parts: Prisma.JsonValue;
  checksum: string;
  note: string;
  createdById: string | null;
  createdAt: Date;
};

export type NewRelease = {
  parts: Prisma.InputJsonValue;
  checksum: string;
  note: string;
  createdById: string | null;
};

export type NewReleaseChange = {
  releaseId: string;
  beforeId: string | null;
  /** PostgreSQL keeps the word to its list with a check. */
  kind: string;
  reason: string;
  byId: string | null;
};

const resultCounts = rawRows({ releaseId: assured(text), results: integer });

/** Reads and writes the releases of a workspace, their roles, and which of them decided from when on. */
export function releaseRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Lets one transaction at a time number or promote releases of the workspace. */
    lock: async (): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`releases ${workspaceId}`}, 0))`;
    },

    create: async (release: NewRelease): Promise<ReleaseRow> => {
      const last = await tx.release.aggregate({ where: { workspaceId }, _max: { number: true } });
      return tx.release.create({
        data: {
          id: newId("rel"),
          workspaceId,
          number: (last._max.number ?? 0) + 1,
          ...release,
        },
        omit: { workspaceId: true },
      });
    },

    find: (id: string): Promise<ReleaseRow | null> =>
      tx.release.findFirst({ where: { workspaceId, id }, omit: { workspaceId: true } }),

    findByChecksum: (checksum: string): Promise<ReleaseRow | null> =>
      tx.release.findFirst({ where: { workspaceId, checksum }, omit: { workspaceId: true } }),

    /** Lists releases, the newest first. */
    list: (limit: number): Promise<ReleaseRow[]> =>
      tx.release.findMany({
        where: { workspaceId },
        orderBy: { number: "desc" },
        take: limit,
        omit: { workspaceId: true },
      }),

    /** Returns the release that decides; null before the first document is understood. */
    champion: async (): Promise<ReleaseRow | null> => {
      const role = await tx.releaseRole.findFirst({
        where: { workspaceId, role: "champion" },
        select: { release: { omit: { workspaceId: true } } },
      });
      return role?.release ?? null;
    },

    roles: () =>
      tx.releaseRole.findMany({
        where: { workspaceId },
        orderBy: { role: "asc" },
        omit: { workspaceId: true },
      }),

    putRole: async (role: string, releaseId: string, share: number, since: Date): Promise<void> => {
      await tx.releaseRole.upsert({
        where: { workspaceId_role: { workspaceId, role } },
        create: { workspaceId, role, releaseId, share, since },
        update: { releaseId, share, since },
        select: { role: true },
      });
    },

    removeRoles: async (roles: readonly string[]): Promise<void> => {
      await tx.releaseRole.deleteMany({ where: { workspaceId, role: { in: [...roles] } } });
    },

    addChange: async (change: NewReleaseChange): Promise<void> => {
      await tx.releaseChange.createMany({
        data: [{ id: newId("rch"), workspaceId, ...change }],
      });
    },

    /** Lists which release decided from when on, the newest first. */
    listChanges: (limit: number) =>
      tx.releaseChange.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        omit: { workspaceId: true },
      }),

    /** Counts the results that each release gave. */
    countResults: (): Promise<{ releaseId: string; results: number }[]> =>
      resultCounts(tx)`
        select release_id as "releaseId", count(*)::int as results from classification_results
         where workspace_id = ${workspaceId} and release_id is not null group by 1`,

    /** Returns the finished training run that left an artefact; null if there is none. */
    findTraining: (id: string) =>
      tx.trainingRun.findFirst({
        where: { workspaceId, id, state: "done" },
        select: { id: true, artefactKey: true, sha256: true, projectId: true, metrics: true },
      }),
  };
}
