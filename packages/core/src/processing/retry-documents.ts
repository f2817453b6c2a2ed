import { z } from "zod";
import { processAgain } from "../documents/contract/process-again";
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
  handle: async (tools, { ids }) => ({ ids: await processAgain(tools, { ids, lane: "process" }) }),
});
