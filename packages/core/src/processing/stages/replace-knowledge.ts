import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { restrictNamed } from "../../documents/contract/holding/restrict-named";
import { command } from "../../operation/command";
import { keepPassages } from "../../search/contract/keep-passages";
import { Passages } from "../../search/contract/passages";
import { ofType } from "../../shapes";
import { processingRun } from "../contract";
import { keepReading, Reading } from "./record-reading";
import { keepUnderstanding, Understood } from "./record-understanding";

/**
 * Replaces the text, result and passages of a document with those of a backfill, all at once. Returns no document if the run is over or the
 * document is gone.
 */
export const replaceKnowledge = command("processing.replace-knowledge", {
  title: "Replace what was known of a document",
  permission: "document.process",
  input: processingRun.extend({ reading: Reading, understood: Understood, passages: Passages }),
  output: z.object({ document: ofType<Document | null>() }),
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(tools, { documentId: id, runId, reading, understood, passages }) {
    const [document, run] = [await tools.documents.find(id), await tools.runs.find(runId)];
    if (!document || document.trashedAt || run?.state !== "running") return { document: null };
    await keepReading(tools, id, reading);
    if (await restrictNamed(tools, id)) return { document: null };
    await keepUnderstanding(tools, understood);
    await keepPassages(tools, id, passages);
    return { document: await tools.documents.find(id) };
  },
});
