import { createHash } from "node:crypto";
import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { ofType } from "../shapes";
import { undrawn } from "./contract/failure";
import { readableKeyOf } from "./contract/readable-key";
import { findOriginal } from "./find-original";
import { pictureWidth, WIDEST_PICTURE } from "./picture-width";

/**
 * Returns an image of one page (PNG), at least `width` pixels wide. Makes the image once for each of a few widths and stores it. Throws
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
  uses: ["files", "reader"],
  audit: { notAudited: "It is part of viewing a document, which get-html and get-text record." },

  async handle({ caller, files, reader, workspaceId }, { id, page, width }) {
    const { storageKey, contentHash, pageCount } = await findOriginal(caller, { id });
    if (pageCount > 0 && page > pageCount) notFound("Page", String(page));
    const readable = await readableKeyOf(files, workspaceId, { id, storageKey });
    const name = createHash("sha256").update(`${contentHash}/${page}/${width}`).digest("hex");
    const key = `derived/${workspaceId}/${id}/images/${name}.png`;
    if (await files.exists(key)) return files.read(key);
    return files.withCopy(readable, async (path) => {
      const image = await reader.renderPage({ path, page, width }).catch(undrawn);
      await files.write(key, image);
      return image;
    });
  },
});
