import { currentReleases } from "@besunny/document-model/reading-release";
import { z } from "zod";
import { changeableIn } from "../access/rights";
import { command } from "../operation/command";
import { count } from "../shapes";
import { addReprocessBatch, MOST_DOCUMENTS } from "./add-reprocess-batch";
import { BatchSummary } from "./contract";

/**
 * Processes documents again that an earlier release of the reader read, the oldest first, after all live work. Corrections, titles and
 * projects stay. Leaves out documents that are being processed, are in the trash, or that the actor may only read. One call takes 10,000
 * documents at most; `isMore` tells that others are left. The batch is null if there is nothing to read again.
 */
export const createRereadBatch = command("batches.create-reread-batch", {
  title: "Read documents again that an earlier reader read",
  permission: "batch.create",
  input: z.object({}),
  output: z.object({ batch: BatchSummary.nullable(), started: count, isMore: z.boolean() }),
  doors: ["web"],
  audit: { subjects: ({ batch }) => (batch ? [batch.id] : []) },

  async handle(tools) {
    const wanted = { readBefore: currentReleases(), changeable: changeableIn(tools.actor) };
    const idle = await tools.documents.listIdle(wanted, MOST_DOCUMENTS + 1);
    if (idle.length === 0) return { batch: null, started: 0, isMore: false };
    const ids = idle.slice(0, MOST_DOCUMENTS);
    const batch = await addReprocessBatch(tools, ids, "Read by an earlier reader");
    return { batch, started: ids.length, isMore: idle.length > ids.length };
  },
});
