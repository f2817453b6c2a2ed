import { z } from "zod";
import { conflict } from "../errors";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { DocumentSummary } from "./contract/document-summary";
import { labelPlace } from "./contract/label-places";
import { findToLabel, labelType } from "./label-type";

/** Confirms the type that a document has, which makes it an example as a correction does. `type` is the one that the person saw. */
export const confirmType = command("documents.confirm-type", {
  title: "Confirm the type of a document",
  permission: "document.correct",
  input: z.object({ id: documentId, type: z.string().max(60), place: labelPlace }),
  output: DocumentSummary,
  doors: ["web"],

  async handle(tools, { id, type, place }) {
    const document = await findToLabel(tools, id);
    if (document.type !== type)
      conflict(`The type is ${document.type ?? "not known"} now`, "Look at it again.");
    return labelType(tools, document, { type, place });
  },
});
