import { z } from "zod";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { typesOf } from "../understanding/contract/document-types";
import { DocumentSummary, summaryOf } from "./contract/document-summary";
import { findToLabel, writeType } from "./label-type";

/**
 * Takes back the last correction or confirmation of a type. The one before it applies again, or else the models' type. The document is an
 * example of the withdrawn type no longer.
 */
export const withdrawType = command("documents.withdraw-type", {
  title: "Take back a correction or confirmation of a type",
  permission: "document.correct",
  input: z.object({ id: documentId }),
  output: DocumentSummary,
  doors: ["web", "rest"],

  async handle(tools, { id }) {
    const { labels, classificationResults, documentTypes, clock } = tools;
    const document = await findToLabel(tools, id);
    if (!document.isTypeCorrected) return summaryOf(document);
    const earlier = await labels.withdraw(id, "type", clock());
    if (earlier) {
      const { value: type } = earlier;
      const said = { type, confidence: type === null ? null : 1, isSaid: true };
      return writeType(tools, document, said);
    }
    const result = await classificationResults.latest(id);
    const known = typesOf(await documentTypes.list());
    const isKnown = known.some(({ name }) => name === result?.type);
    return writeType(tools, document, {
      type: isKnown ? (result?.type ?? null) : null,
      confidence: isKnown ? (result?.confidence ?? null) : null,
      isSaid: false,
    });
  },
});
