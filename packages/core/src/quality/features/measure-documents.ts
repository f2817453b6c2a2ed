import { z } from "zod";
import { readModel } from "../../content/contract/parsed-document-file";
import { knownBefore, measureDocument } from "../../models/contract/measure-document";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { findToMeasure } from "./find-to-measure";
import { recordMeasured } from "./record-measured";

const AT_ONCE = 50;

/** Measures documents again whose features are missing or of an earlier version. Returns the document to go on after; null at the end. */
export const measureDocuments = flow("quality.measure-documents", {
  title: "Measure features of documents again",
  permission: "quality.work",
  input: z.object({ after: z.string() }),
  output: z.object({ next: z.string().nullable(), measured: count }),
  doors: ["job"],
  uses: ["files"],
  audit: { notAudited: "Features are derived from documents and say nothing new." },

  async handle({ caller, files, log }, { after }) {
    const { documents } = await findToMeasure(caller, { after, limit: AT_ONCE });
    const measured = [];
    for (const { id, modelKey, ...document } of documents)
      try {
        const model = await readModel(files, modelKey);
        measured.push({
          documentId: id,
          values: measureDocument(model, knownBefore(model, document)),
        });
      } catch (error) {
        log.warn({ error, documentId: id }, "a document cannot be measured");
      }
    await recordMeasured(caller, { measured });
    return {
      next: documents.length === AT_ONCE ? (documents.at(-1)?.id ?? null) : null,
      measured: measured.length,
    };
  },
});
