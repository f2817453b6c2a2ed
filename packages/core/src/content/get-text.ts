import { toMarkdown } from "@besunny/document-model/to-markdown";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { readModel } from "./contract/parsed-document-file";
import { DocumentText } from "./contract/shapes";
import { findParsedKey } from "./find-parsed-key";

export const getText = flow("content.get-text", {
  title: "Show a document's text",
  permission: "document.read",
  input: z.object({ id: documentId, format: z.enum(["text", "markdown"]).default("text") }),
  output: DocumentText,
  doors: ["web", "rest"],
  opens: ({ id }) => id,
  uses: ["files"],

  async handle({ caller, files }, { id, format }) {
    const model = await readModel(files, await findParsedKey(caller, { id }));
    return {
      text: format === "markdown" ? toMarkdown(model) : model.text,
      pages: model.pages.map(({ number, label, span, recognised, quality }) => ({
        number,
        label,
        span,
        recognised,
        quality,
      })),
    };
  },
});
