import { z } from "zod";
import { command } from "../operation/command";
import { BatchSummary } from "./contract";
import { summariseBatch } from "./summarise-batches";

const MOST_FILES = 100_000;

/** Announces files that will be uploaded as one batch, and returns the batch. Each upload names its batch. */
export const createUploadBatch = command("batches.create-upload-batch", {
  title: "Announce files to upload as one batch",
  permission: "batch.create",
  input: z.object({
    expectedCount: z.number().int().min(1).max(MOST_FILES),
    title: z.string().trim().min(1).max(200).optional(),
  }),
  output: BatchSummary,
  doors: ["web", "rest"],

  async handle(tools, { expectedCount, title = null }) {
    const { batches, actor, clock } = tools;
    const batch = await batches.create({
      kind: "upload",
      title,
      expectedCount,
      createdById: actor.kind === "user" ? actor.id : null,
      createdAt: clock(),
    });
    return summariseBatch(tools, batch);
  },
});
