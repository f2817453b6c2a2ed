import type { Repositories } from "@besunny/db/database";

import { type DomainEvent, documentReprocessingAsked } from "../events";

type Tools = Pick<Repositories, "runs"> & {
  workspaceId: string;
  emit: (event: DomainEvent) => void;
};

/** Creates a document run of the batch for each document and emits its event. Returns the ids of the runs in the order of the documents. */
export async function beginReprocessing(
  { runs, workspaceId, emit }: Tools,
  batchId: string,
  documentIds: readonly string[],
): Promise<string[]> {
  const runIds = await runs.createMany(
    "reprocess",
    documentIds.map((documentId) => ({ documentId, batchId })),
  );
  for (const [position, documentId] of documentIds.entries()) {
    const runId = runIds[position];
    if (runId) emit(documentReprocessingAsked.of({ workspaceId, documentId, runId, batchId }));
  }
  return runIds;
}
