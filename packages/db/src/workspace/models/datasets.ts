import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** The sides of a dataset. Nothing is fitted to documents that test. */
export type DatasetSplit = "train" | "calibrate" | "test";

export type NewDataset = {
  name: string;
  field: string;
  projectId: string | null;
  rule: Prisma.InputJsonValue;
  checksum: string;
  frozenAt: Date;
  createdById: string | null;
};

export type DatasetItem = {
  documentId: string;
  label: string;
  cluster: string;
  split: string;
};

/** Keeps sets of labelled documents. A frozen set never changes, except that documents which are deleted leave it. */
export function datasetRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Adds the next version of a set, with its documents. */
    create: async (
      dataset: NewDataset,
      items: readonly DatasetItem[],
    ): Promise<{ id: string; version: number }> => {
      const { _max } = await tx.dataset.aggregate({
        where: { workspaceId, name: dataset.name },
        _max: { version: true },
      });
      const made = { id: newId("dat"), version: (_max.version ?? 0) + 1 };
      await tx.dataset.createMany({ data: [{ ...made, workspaceId, ...dataset }] });
      await tx.datasetItem.createMany({
        data: items.map((item) => ({ datasetId: made.id, workspaceId, ...item })),
      });
      return made;
    },

    /** Returns a set, or null if there is none. */
    find: (id: string) =>
      tx.dataset.findFirst({ where: { id, workspaceId }, omit: { workspaceId: true } }),

    /** Lists the documents of a set that still exist and are not in the trash, by id. */
    listItems: (id: string): Promise<DatasetItem[]> =>
      tx.datasetItem.findMany({
        where: { datasetId: id, workspaceId, document: { trashedAt: null } },
        orderBy: { documentId: "asc" },
        select: { documentId: true, label: true, cluster: true, split: true },
      }),
  };
}
