import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { readableKeyOf } from "./contract/readable-key";
import { renditionOf } from "./contract/rendition";
import { findOriginal } from "./find-original";

/** The formats whose pages the reader draws by itself. */
const drawn = new Set(["pdf", "pptx", "png", "jpeg", "tiff", "webp", "gif", "heic", "avif", "bmp"]);

/**
 * Returns how many pages of a document `get-page-image` can draw; 0 for documents without pages to draw. `arePages` says that they are the pages of
 * the parsed document, so that places on these are places on the images.
 */
export const getDrawnPages = flow("content.get-drawn-pages", {
  title: "Count the pages that can be drawn",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: z.object({ count, arePages: z.boolean() }),
  doors: ["web"],
  uses: ["files", "reader"],
  audit: { notAudited: "It is part of viewing a document, which get-html and get-text record." },

  async handle({ caller, files, reader, workspaceId }, { id }) {
    const document = await findOriginal(caller, { id });
    const { format, pageCount } = document;
    const readable = await readableKeyOf(files, workspaceId, document);
    const rendition = await renditionOf({ files, reader }, { ...document, workspaceId }, readable);
    if (rendition) return { count: rendition.pages, arePages: rendition.pages === pageCount };
    return drawn.has(format ?? "")
      ? { count: pageCount, arePages: true }
      : { count: 0, arePages: false };
  },
});
