import { toHtml } from "@besunny/document-model/to-html";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { readModel } from "./contract/parsed-document-file";
import { DocumentHtml } from "./contract/shapes";
import { findParsedKey } from "./find-parsed-key";

/**
 * Returns the document as semantic HTML that BeSunny writes itself: every block has its id, and all text is escaped. `get-picture` serves its
 * pictures.
 */
export const getHtml = flow("content.get-html", {
  title: "Show a document as HTML",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: DocumentHtml,
  doors: ["web"],
  opens: ({ id }) => id,
  uses: ["files"],

  async handle({ caller, files }, { id }) {
    const model = await readModel(files, await findParsedKey(caller, { id }));
    return {
      html: toHtml(model, (picture) => pictureAddress(id, picture)),
      blocks: model.blocks.map(({ id: block, span, page, kind }) => ({
        id: block,
        span,
        page,
        kind,
      })),
      pages: model.pages.map(({ number, kind, label, span }) => ({ number, kind, label, span })),
      warnings: model.warnings,
    };
  },
});

/** The address at which the web app serves `get-picture`. */
function pictureAddress(id: string, picture: string): string {
  return `/api/v1/documents/${id}/pictures/${picture}`;
}
