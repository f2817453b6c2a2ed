import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { ofType } from "../shapes";
import { readModel } from "./contract/parsed-document-file";
import type { PageContent } from "./contract/shapes";
import { findParsedKey } from "./find-parsed-key";

/** Returns one page with its words and blocks, for marking places on it. Spans are offsets in the document's whole text. */
export const getPage = flow("content.get-page", {
  title: "Show one page's words and blocks",
  permission: "document.read",
  input: z.object({ id: documentId, page: z.number().int().positive() }),
  output: ofType<PageContent>(),
  doors: ["web"],
  opens: ({ id }) => id,
  uses: ["files"],

  async handle({ caller, files }, { id, page: number }) {
    const model = await readModel(files, await findParsedKey(caller, { id }));
    const page = model.pages[number - 1] ?? notFound("Page", String(number));
    return {
      ...page,
      blocks: model.blocks.filter((block) => block.page === number),
      pageCount: model.pages.length,
      text: model.text.slice(...page.span),
    };
  },
});
