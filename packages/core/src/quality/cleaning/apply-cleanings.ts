import { z } from "zod";
import { createReprocessBatch } from "../../batches/create-reprocess-batch";
import { trashDocuments } from "../../documents/trash-documents";
import { conflict } from "../../errors";
import { issueId } from "../../ids";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { recordCleanings } from "./record-cleanings";

/**
 * Cleans documents as their issues suggest. Readings are made again in a batch, behind live work, and search shows the earlier one until then.
 * Of duplicates, the later one goes to the trash. Files stay as they are, and each cleaning can be undone.
 */
export const applyCleanings = flow("quality.apply-cleanings", {
  title: "Clean documents",
  permission: "quality.review",
  input: z.object({ issueIds: z.array(issueId).min(1).max(200) }),
  output: z.object({ batchId: z.string().nullable(), cleaned: count }),
  doors: ["web"],
  audit: { notAudited: "Each cleaning, the batch and the trash leave rows of their own." },

  async handle({ caller }, { issueIds }) {
    const { reread, trash } = await recordCleanings(caller, { issueIds });
    if (reread.length + trash.length === 0)
      conflict("Nothing can be done about these issues by itself");
    const batch =
      reread.length > 0
        ? await createReprocessBatch(caller, { ids: reread, title: "Cleaning" })
        : null;
    if (trash.length > 0) await trashDocuments(caller, { ids: trash });
    return { batchId: batch?.id ?? null, cleaned: reread.length + trash.length };
  },
});
