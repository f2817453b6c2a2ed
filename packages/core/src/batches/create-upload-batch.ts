import { z } from "zod";

import { command } from "../operation/operation";
import { summariseBatch } from "./summarise-batches";

const MOST_FILES = 100_000;

/** Files that are about to come, to be followed as one. Each names the batch when it is uploaded. */
export const createUploadBatch = command({
  action: "batch.create",
  input: z.object({
    expectedCount: z.number().int().min(1).max(MOST_FILES),
    title: z.string().trim().min(1).max(200).optional(),
  }),

  async run(tools, { expectedCount, title = null }) {
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
