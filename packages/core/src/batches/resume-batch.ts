import { conflict, notFound } from "../errors";
import { batchResumed } from "../events";
import { command } from "../operation/command";
import { BatchSummary, ofBatch } from "./contract";
import { summariseBatch } from "./summarise-batches";

/** Resumes a paused batch. Measures its speed again from now on, because the pause says nothing about the speed. */
export const resumeBatch = command("batches.resume-batch", {
  title: "Resume a batch",
  permission: "batch.manage",
  input: ofBatch,
  output: BatchSummary,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const { batches, clock, workspaceId, emit, changed } = tools;
    await batches.lock(id);
    const batch = (await batches.find(id)) ?? notFound("Batch", id);
    if (batch.state === "cancelled") conflict("The batch was cancelled");
    if (batch.state !== "paused") return summariseBatch(tools, batch);
    const changes = { state: "running", measuredFrom: clock() };
    await batches.update(id, changes);
    changed({ subject: id, before: { state: batch.state }, after: { state: changes.state } });
    emit(batchResumed.of({ workspaceId, batchId: id }));
    return summariseBatch(tools, { ...batch, ...changes });
  },
});
