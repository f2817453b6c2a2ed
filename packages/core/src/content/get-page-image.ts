import { createHash } from "node:crypto";
import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { ofType } from "../shapes";
import { undrawn } from "./contract/failure";
import { readableKeyOf } from "./contract/readable-key";
import { renditionOf } from "./contract/rendition";
import { findOriginal } from "./find-original";
import { pictureWidth, WIDEST_PICTURE } from "./picture-width";

/**
 * Returns an image of one page (PNG), at least `width` pixels wide. Makes the image once for each of a few widths and stores it. Office
 * documents are drawn as LibreOffice prints them where it is installed; without it, only slides of PPTX files are drawn. Throws
 * `UNSUPPORTED_TYPE` for a document without pages to draw, and `NOT_FOUND` beyond its last page.
 */
export const getPageImage = flow("content.get-page-image", {
  title: "Draw a page",
  permission: "document.read",
  input: z.object({
    id: documentId,
    page: z.coerce.number().int().positive(),
    width: z.coerce
      .number()
      .int()
      .min(80)
      .max(WIDEST_PICTURE)
      .default(1200)
      .transform(pictureWidth),
  }),
  output: ofType<Uint8Array>(),
  doors: ["web", "rest"],
  opens: ({ id }) => id,
  uses: ["files", "reader"],
  audit: { notAudited: "It is part of viewing a document, which get-html and get-text record." },

  async handle({ caller, files, reader, workspaceId }, { id, page, width }) {
    const document = await findOriginal(caller, { id });
    const { contentHash, pageCount } = document;
    const original = await readableKeyOf(files, workspaceId, document);
    const rendition = await renditionOf({ files, reader }, { ...document, workspaceId }, original);
    const readable = rendition?.key ?? original;
    const last = rendition?.pages ?? pageCount;
    if (last > 0 && page > last) notFound("Page", String(page));
    const name = createHash("sha256")
      .update([contentHash, page, width, ...(rendition ? ["printed"] : [])].join("/"))
      .digest("hex");
    const key = `derived/${workspaceId}/${id}/images/${name}.png`;
    if (await files.exists(key)) return files.read(key);
    return files.withCopy(readable, async (path) => {
      const image = await reader.renderPage({ path, page, width }).catch(undrawn);
      await files.write(key, image);
      return image;
    });
  },
});
