import { z } from "zod";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { mustBeOffered } from "../understanding/contract/document-types";
import { DocumentSummary } from "./contract/document-summary";
import { labelPlace } from "./contract/label-places";
import { findToLabel, labelType } from "./label-type";

/**
 * Sets the type of a document. Reading the document again does not change a type that a person set, and documents like it that come later
 * get the same type.
 */
export const correctType = command("documents.correct-type", {
  title: "Correct the type of a document",
  permission: "document.correct",
  input: z.object({ id: documentId, type: z.string().max(60).nullable(), place: labelPlace }),
  output: DocumentSummary,
  doors: ["web", "rest"],

  async handle(tools, { id, type, place }) {
    if (type !== null) mustBeOffered(await tools.documentTypes.list(), type);
    return labelType(tools, await findToLabel(tools, id), { type, place });
  },
});
