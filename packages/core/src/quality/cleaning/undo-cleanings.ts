import { z } from "zod";
import { createReprocessBatch } from "../../batches/create-reprocess-batch";
import { restoreDocuments } from "../../documents/restore-documents";
import { notFound } from "../../errors";
import { cleaningId } from "../../ids";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { endCleanings } from "./end-cleanings";

/** Takes cleanings back: documents are read as their files say, and duplicates come out of the trash. */
export const undoCleanings = flow("quality.undo-cleanings", {
  title: "Undo cleanings of documents",
  permission: "quality.review",
  input: z.object({ ids: z.array(cleaningId).min(1).max(200) }),
  output: z.object({ batchId: z.string().nullable(), undone: count }),
  doors: ["web"],
  audit: {
    notAudited: "Each cleaning that ends, the batch and the trash leave rows of their own.",
  },

  async handle({ caller }, { ids }) {
    const { reread, restore } = await endCleanings(caller, { ids });
    if (reread.length + restore.length === 0) notFound("Cleaning", ids[0] ?? "");
    const batch =
      reread.length > 0
        ? await createReprocessBatch(caller, { ids: reread, title: "Cleaning undone" })
        : null;
    if (restore.length > 0) await restoreDocuments(caller, { ids: restore });
    return { batchId: batch?.id ?? null, undone: reread.length + restore.length };
  },
});
