import { contentsOf } from "@besunny/document-model/contents";
import { toHtml } from "@besunny/document-model/to-html";
import { toMarkdown } from "@besunny/document-model/to-markdown";
import { z } from "zod";

import { conflict, notFound } from "../errors";
import { flow, query } from "../operation";
import { documentId } from "./document";
import { readModel } from "./model-file";

const findVisible = query({
  action: "document.read",
  input: z.object({ id: documentId }),
  run: async ({ documents }, { id }) => (await documents.find(id)) ?? notFound("Document", id),
});

/** One page with its words and blocks, for marking places on it. Spans are offsets in the document's whole text. */
export const getPage = flow({
  action: "document.read",
  input: z.object({ id: documentId, page: z.number().int().positive() }),

  async run({ ctx, files }, { id, page: number }) {
    const model = await readModel(files, await modelKeyOfVisible(ctx, id));
    const page = model.pages[number - 1] ?? notFound("Page", String(number));
    return {
      ...page,
      blocks: model.blocks.filter((block) => block.page === number),
      pageCount: model.pages.length,
      text: model.text.slice(...page.span),
    };
  },
});

/** The document as semantic HTML of our own making: every block has its id, all text is escaped. */
export const getHtml = flow({
  action: "document.read",
  input: z.object({ id: documentId }),

  async run({ ctx, files }, { id }) {
    const model = await readModel(files, await modelKeyOfVisible(ctx, id));
    return {
      html: toHtml(model),
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

export const getText = flow({
  action: "document.read",
  input: z.object({ id: documentId, format: z.enum(["text", "markdown"]).default("text") }),

  async run({ ctx, files }, { id, format }) {
    const model = await readModel(files, await modelKeyOfVisible(ctx, id));
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

const mostEntries = 500;
const goodQuality = 0.75;

/** How the document was read: its contents, what was left out or guessed, and the pages that came out badly. */
export const getReadingReport = flow({
  action: "document.read",
  input: z.object({ id: documentId }),

  async run({ ctx, files }, { id }) {
    const model = await readModel(files, await modelKeyOfVisible(ctx, id));
    const poor = model.pages.filter(({ quality }) => quality.score < goodQuality);
    return {
      contents: contentsOf(model).slice(0, mostEntries),
      warnings: model.warnings,
      poorPages: poor.slice(0, mostEntries).map(({ number, label, recognised, quality }) => ({
        number,
        label,
        recognised,
        score: quality.score,
        reasons: quality.reasons,
      })),
      recognisedPages: model.pages.filter(({ recognised }) => recognised).length,
      doubtfulCells: model.blocks
        .flatMap(({ cells = [], page }) => cells.map((cell) => ({ ...cell, page })))
        .filter(({ doubt }) => doubt !== undefined)
        .slice(0, mostEntries)
        .map(({ text, span, page, doubt = "" }) => ({ text, span, page, doubt })),
      metadata: model.metadata,
    };
  },
});

/** The whole model: pages with words and boxes, blocks, tables. */
export const findModel = flow({
  action: "document.read",
  input: z.object({ id: documentId }),
  run: async ({ ctx, files }, { id }) => readModel(files, await modelKeyOfVisible(ctx, id)),
});

async function modelKeyOfVisible(
  ctx: Parameters<typeof findVisible>[0],
  id: string,
): Promise<string> {
  const { modelKey } = await findVisible(ctx, { id });
  return (
    modelKey ?? conflict("The document was not read yet", "Wait until it is, or see its timeline.")
  );
}
