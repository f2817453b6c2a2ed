import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { finderOnPages } from "./contract/find-on-pages";
import { readModel } from "./contract/parsed-document-file";
import { renditionWordsOf } from "./contract/rendition";
import { findParsedKey } from "./find-parsed-key";

const MOST_SPANS = 500;

const share = z.number();

/**
 * Finds words of an Office document on its printed pages. Returns for each span the marks on each page, as shares of its width and height. A
 * span is null where the print does not hold the words. All are null while there is no print.
 */
export const findOnPages = flow("content.find-on-pages", {
  title: "Find words on the printed pages",
  permission: "document.read",
  input: z.object({
    id: documentId,
    spans: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])).max(MOST_SPANS),
  }),
  output: z.object({
    places: z.array(
      z
        .array(
          z.object({
            page: z.number().int().positive(),
            marks: z.array(z.tuple([share, share, share, share])),
          }),
        )
        .nullable(),
    ),
  }),
  doors: ["web"],
  opens: ({ id }) => id,
  uses: ["files"],
  audit: { notAudited: "It is part of viewing a document, which get-html and get-text record." },

  async handle({ caller, files, workspaceId }, { id, spans }) {
    const key = await findParsedKey(caller, { id });
    const rendition = await renditionWordsOf(files, { workspaceId, id });
    if (!rendition) return { places: spans.map(() => null) };
    const find = finderOnPages((await readModel(files, key)).text, rendition);
    return { places: spans.map(find) };
  },
});
