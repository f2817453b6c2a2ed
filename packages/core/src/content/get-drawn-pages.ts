import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { readableKeyOf } from "./contract/readable-key";
import { keepRenditionWords, keptRenditionOf, renditionOf } from "./contract/rendition";
import { findOriginal } from "./find-original";

/** The formats whose pages the reader draws by itself. */
const drawn = new Set(["pdf", "pptx", "png", "jpeg", "tiff", "webp", "gif", "heic", "avif", "bmp"]);

/**
 * Returns how many pages of a document `get-page-image` can draw; 0 for documents without pages to draw. `arePages` says that they are the pages of
 * the parsed document, so that places on these are places on the images. `arePrinted` says that LibreOffice printed them; `find-on-pages` finds words
 * on these.
 */
export const getDrawnPages = flow("content.get-drawn-pages", {
  title: "Count the pages that can be drawn",
  permission: "document.read",
  input: z.object({
    id: documentId,
    /** Counts printed pages only if they were printed before, so that the answer is quick. */
    isKept: z.boolean().default(false),
  }),
  output: z.object({ count, arePages: z.boolean(), arePrinted: z.boolean() }),
  doors: ["web"],
  opens: ({ id }) => id,
  uses: ["files", "reader"],
  audit: { notAudited: "It is part of viewing a document, which get-html and get-text record." },

  async handle({ caller, files, reader, workspaceId }, { id, isKept }) {
    const document = { ...(await findOriginal(caller, { id })), workspaceId };
    const { format, pageCount } = document;
    const print = async () => {
      const key = await readableKeyOf(files, workspaceId, document);
      const printed = await renditionOf({ files, reader }, document, key);
      if (printed) await keepRenditionWords({ files, reader }, document, printed.key);
      return printed;
    };
    const rendition = isKept ? await keptRenditionOf(files, document) : await print();
    if (rendition) {
      return {
        count: rendition.pages,
        arePages: rendition.pages === pageCount,
        arePrinted: true,
      };
    }
    return drawn.has(format ?? "")
      ? { count: pageCount, arePages: true, arePrinted: false }
      : { count: 0, arePages: false, arePrinted: false };
  },
});
