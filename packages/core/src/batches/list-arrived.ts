import { z } from "zod";

import { notFound } from "../errors";
import { fileKey } from "../ids";
import { query } from "../operation/query";
import { idIn } from "../shapes";
import { ofBatch } from "./contract";

/** Returns those of these files that the batch has already, so that a browser sends none twice after a reload. */
export const listArrived = query("batches.list-arrived", {
  title: "List which files of a batch have arrived",
  permission: "batch.read",
  input: ofBatch.extend({ fileKeys: z.array(fileKey).min(1).max(1000) }),
  output: z.object({
    items: z.array(
      z.object({ fileKey: z.string(), documentId: idIn("doc"), isDuplicate: z.boolean() }),
    ),
  }),
  doors: ["web"],

  async handle({ batches }, { id, fileKeys }) {
    if (!(await batches.find(id))) notFound("Batch", id);
    return { items: await batches.findArrived(id, fileKeys) };
  },
});
