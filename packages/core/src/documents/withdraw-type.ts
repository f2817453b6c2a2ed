import { z } from "zod";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { DocumentSummary } from "./contract/document-summary";
import { findToLabel, takeTypeBack } from "./label-type";

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
    return takeTypeBack(tools, await findToLabel(tools, id));
  },
});
