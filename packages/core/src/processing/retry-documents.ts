import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentUploaded } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";

/**
 * Processes documents again from the start, on the current version. Leaves out documents that are being processed, and cancels their
 * backfill runs. A document whose last run in a batch did not succeed is retried as part of that batch. Returns the ids of the retried
 * documents.
 */
export const retryDocuments = command("processing.retry-documents", {
  title: "Process documents again",
  permission: "document.retry",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle(tools, { ids }) {
    const { documents, filing, runs, batches, actor, clock, workspaceId, emit, changed } = tools;
    await filing.lockRoots({ documentIds: ids });
    await documents.lock(ids);
    const found = await documents.findMany(ids);
    mustBeAllowed(actor, "document.retry", found);
    const ended = found.filter(
      ({ status, trashedAt }) => status !== "pending" && status !== "processing" && !trashedAt,
    );
    const endedIds = ended.map(({ id }) => id);
    if (endedIds.length === 0) return { ids: [] };
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
    const runIds = await runs.createMany("process", asked);
    const begun = asked.flatMap((each, position) => {
      const runId = runIds[position];
      return runId ? [{ ...each, runId }] : [];
    });
    await batches.followRuns(
      begun.flatMap(({ batchId, ...run }) => (batchId ? [{ ...run, batchId }] : [])),
    );
    for (const run of begun) emit(documentUploaded.of({ workspaceId, ...run }));
    return { ids: endedIds };
  },
});
