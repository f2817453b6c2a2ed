import { z } from "zod";
import { conflict, notFound } from "../errors";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { ofBatch } from "./contract";
import { summariseBatch } from "./summarise-batches";

/**
 * Marks a batch as cancelled, so that it takes no more files. Returns the documents that are still waiting or running. Throws `CONFLICT` if
 * the batch is over.
 */
export const closeBatch = command("batches.close-batch", {
  title: "Stop taking files into a batch",
  permission: "batch.manage",
  input: ofBatch,
  output: z.object({ open: z.array(documentId) }),
  doors: [],

  async handle(tools, { id }) {
    const { batches, changed } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    const { state } = await summariseBatch(tools, batch);
    if (state === "finished") conflict("The batch is over");
    await batches.update(id, { state: "cancelled" });
    changed({ subject: id, before: { state: batch.state }, after: { state: "cancelled" } });
    return { open: await batches.documentIds(id, ["queued", "running"]) };
  },
});
