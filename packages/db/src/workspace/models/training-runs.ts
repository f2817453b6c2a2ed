import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type TrainingRunKind = "head" | "hosted" | "export" | "calibration";

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
  holdsDeletedAt: true,
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

    /** Marks the runs that learned, or may be learning, from documents that are deleted now. */
    holdDeleted: async (documentIds: readonly string[], at: Date): Promise<void> => {
      await tx.$executeRaw`
        with learned as (
          select r.id from training_runs r
           where r.workspace_id = ${workspaceId} and r.kind = 'head'
             and exists (select 1 from dataset_items i
                          where i.dataset_id = r.dataset_id and i.document_id = any(${[...documentIds]}))
        )
        update training_runs r set holds_deleted_at = ${at}
          from learned
         where r.workspace_id = ${workspaceId} and r.holds_deleted_at is null
           and (r.id = learned.id or (r.kind = 'calibration' and r.params ->> 'weightsOf' = learned.id))`;
    },

    /** Lists the runs that hold text of deleted documents and have a file. */
    listHolding: (): Promise<TrainingRun[]> =>
      tx.trainingRun.findMany({
        where: { workspaceId, holdsDeletedAt: { not: null }, artefactKey: { not: null } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: columns,
      }),

    /** Notes that the files of these runs were removed. Their figures stay. */
    noteRemoved: async (ids: readonly string[]): Promise<number> => {
      const { count } = await tx.trainingRun.updateMany({
        where: { workspaceId, id: { in: [...ids] }, artefactKey: { not: null } },
        data: { artefactKey: null, sha256: null },
      });
      return count;
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

    /** Adds a run that is over already, with its file, and returns its id. A run with the same file is not added again. */
    addDone: async (
      run: NewTrainingRun & {
        artefactKey: string;
        sha256: string;
        metrics: Prisma.InputJsonValue;
        endedAt: Date;
      },
    ): Promise<string> => {
      const { sha256, kind, projectId } = run;
      const known = await tx.trainingRun.findFirst({
        where: { workspaceId, sha256, kind, projectId },
        select: { id: true },
      });
      if (known) return known.id;
      const id = newId("tra");
      await tx.trainingRun.createMany({ data: [{ id, workspaceId, state: "done", ...run }] });
      return id;
    },

    /** Lists the newest runs of a kind. */
    list: (kind: TrainingRunKind, limit: number): Promise<TrainingRun[]> =>
      tx.trainingRun.findMany({
        where: { workspaceId, kind },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    /** Returns the newest run of a kind and these states, for the workspace or one project. */
    findNewest: (
      states: readonly string[],
      projectId: string | null,
      kind: TrainingRunKind = "head",
    ): Promise<TrainingRun | null> =>
      tx.trainingRun.findFirst({
        where: { workspaceId, kind, projectId, state: { in: [...states] } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: columns,
      }),
  };
}
