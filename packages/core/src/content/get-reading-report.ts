import { contentsOf } from "@besunny/document-model/contents";
import { readingReleaseOf } from "@besunny/document-model/reading-release";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { readModel } from "./contract/parsed-document-file";
import { ReadingReport } from "./contract/shapes";
import { findParsedKey } from "./find-parsed-key";

const mostEntries = 500;
const goodQuality = 0.75;

/** Returns the report on how a document was read: its contents, the parts that were left out or guessed, and badly read pages. */
export const getReadingReport = flow("content.get-reading-report", {
  title: "Show how a document was read",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: ReadingReport,
  doors: ["web"],
  opens: ({ id }) => id,
  uses: ["files"],
  audit: { notAudited: "It says how pages were read, not what they say." },

  async handle({ caller, files }, { id }) {
    const model = await readModel(files, await findParsedKey(caller, { id }));
    const poor = model.pages.filter(({ quality }) => quality.score < goodQuality);
    return {
      contents: contentsOf(model).slice(0, mostEntries),
      warnings: model.warnings,
      isPartlyLocked: model.isPartlyLocked ?? false,
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
      release: model.release ?? null,
      isEarlier: (model.release ?? 0) < readingReleaseOf(model.format),
    };
  },
});
