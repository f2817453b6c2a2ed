import { z } from "zod";

import { command } from "../operation/operation";
import { Locator } from "../understanding/statements";
import { keepReading, Reading } from "./record-reading";
import { keepUnderstanding, Understood } from "./record-understanding";
import { processingRun } from "./run-document";

export const Passages = z.array(
  z.object({
    number: z.number().int().min(0),
    text: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    page: z.number().int(),
    headingPath: z.array(z.string()),
    at: Locator,
  }),
);

/** What a backfill found takes the place of what was known, all of it at once. No document when the run is over, or the document gone. */
export const replaceKnowledge = command({
  action: "document.process",
  input: processingRun.extend({ reading: Reading, understood: Understood, passages: Passages }),

  async run(tools, { documentId: id, runId, reading, understood, passages }) {
    const [document, run] = [await tools.documents.find(id), await tools.runs.find(runId)];
    if (!document || document.trashedAt || run?.state !== "running") return { document: null };
    await keepReading(tools, id, reading);
    await keepUnderstanding(tools, understood);
    await tools.passages.replace(id, passages);
    return { document: await tools.documents.find(id) };
  },
});
