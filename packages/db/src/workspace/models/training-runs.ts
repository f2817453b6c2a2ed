import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type TrainingRunKind = "head" | "hosted" | "export";

export type NewTrainingRun = {
  kind: TrainingRunKind;
  projectId: string | null;
  params: Prisma.InputJsonValue;
  seed: number;
  startedById: string | null;
};

export type TrainingRunChange = {
  state?: string;
  datasetId?: string;
  params?: Prisma.InputJsonValue;
  problem?: string | null;
  metrics?: Prisma.InputJsonValue;
  artefactKey?: string;
  sha256?: string;
  costMicro?: bigint | null;
  endedAt?: Date;
};

/** The states of a run that is not over. */
const openStates = ["queued", "running"];

const columns = {
  id: true,
  kind: true,
  datasetId: true,
  projectId: true,
  params: true,
  seed: true,
  state: true,
  problem: true,
  metrics: true,
  artefactKey: true,
  sha256: true,
  costMicro: true,
  startedById: true,
  createdAt: true,
  endedAt: true,
} satisfies Prisma.TrainingRunSelect;

export type TrainingRun = Prisma.TrainingRunGetPayload<{ select: typeof columns }>;

/** Keeps the runs that train models of a workspace's own documents. */
export function trainingRunRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Makes others who start a run in the workspace wait until the transaction ends. */
    lock: async (): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/training`}, 0))`;
    },

    create: (run: NewTrainingRun): Promise<TrainingRun> =>
      tx.trainingRun.create({
        data: { id: newId("tra"), workspaceId, state: "queued", ...run },
        select: columns,
      }),

    find: (id: string): Promise<TrainingRun | null> =>
      tx.trainingRun.findFirst({ where: { id, workspaceId }, select: columns }),

    /** Changes a run that is not over. Returns false if it is over, so that a step which runs twice changes nothing. */
    change: async (id: string, change: TrainingRunChange): Promise<boolean> => {
      const { count } = await tx.trainingRun.updateMany({
        where: { id, workspaceId, state: { in: [...openStates] } },
        data: change,
      });
      return count > 0;
    },

    /** Notes what is wrong with the file of a run that is over. */
    note: async (id: string, problem: string): Promise<void> => {
      await tx.trainingRun.updateMany({ where: { id, workspaceId }, data: { problem } });
    },

    /** Returns the run of a kind that is not over, if there is one. */
    findOpen: (kind: TrainingRunKind, projectId: string | null): Promise<TrainingRun | null> =>
      tx.trainingRun.findFirst({
        where: { workspaceId, kind, projectId, state: { in: [...openStates] } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: columns,
      }),

    /** Lists the newest runs of a kind. */
    list: (kind: TrainingRunKind, limit: number): Promise<TrainingRun[]> =>
      tx.trainingRun.findMany({
        where: { workspaceId, kind },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    /** Returns the newest run of these states, for the workspace or one project. */
    findNewest: (
      states: readonly string[],
      projectId: string | null,
    ): Promise<TrainingRun | null> =>
      tx.trainingRun.findFirst({
        where: { workspaceId, kind: "head", projectId, state: { in: [...states] } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: columns,
      }),
  };
}
