import { mustBeAllowed } from "../../access/rights";
import { documentArrived, documentUploaded } from "../../events";
import type { CommandTools } from "../../operation/command";

/**
 * Processes documents again from the start, on the current version. Leaves out documents that are being processed or in the trash, and cancels their
 * open runs. A document whose last run in a batch did not succeed stays part of that batch. Documents of a source may go in the lane of
 * arrived ones, behind the work that people wait for. Returns the ids of the documents that begin. Throws `FORBIDDEN`.
 */
export async function processAgain(
  tools: CommandTools,
  { ids, lane }: { ids: readonly string[]; lane: "process" | "arrived" },
): Promise<string[]> {
  const { documents, filing, runs, batches, actor, clock, workspaceId, emit, changed } = tools;
  await filing.lockRoots({ documentIds: ids });
  await documents.lock(ids);
  const found = await documents.findMany(ids);
  mustBeAllowed(actor, "document.retry", found);
  const ended = found.filter(
    ({ status, trashedAt }) => status !== "pending" && status !== "processing" && !trashedAt,
  );
  const endedIds = ended.map(({ id }) => id);
  if (endedIds.length === 0) return [];
  await documents.updateMany(endedIds, {
    status: "pending",
    stage: "uploaded",
    errorCode: null,
    errorMessage: null,
    errorRemedy: null,
    readyAt: null,
  });
  for (const { id, status } of ended)
    changed({ subject: id, before: { status }, after: { status: "pending" } });
  await runs.endOpenOf(endedIds, "cancelled", clock());
  const batchOf = new Map(
    (await runs.latestOf(endedIds))
      .filter(({ state }) => state !== "finished")
      .map(({ documentId, batchId }) => [documentId, batchId]),
  );
  const asked = endedIds.map((documentId) => ({
    documentId,
    batchId: batchOf.get(documentId) ?? null,
  }));
  const runIds = await runs.createMany(lane, asked);
  const begun = asked.flatMap((each, position) => {
    const runId = runIds[position];
    return runId ? [{ ...each, runId }] : [];
  });
  await batches.followRuns(
    begun.flatMap(({ batchId, ...run }) => (batchId ? [{ ...run, batchId }] : [])),
  );
  for (const { documentId, runId, batchId } of begun)
    emit(
      lane === "arrived"
        ? documentArrived.of({ workspaceId, documentId, runId })
        : documentUploaded.of({ workspaceId, documentId, runId, batchId }),
    );
  return endedIds;
}
