import { createHash } from "node:crypto";
import { Readable } from "node:stream";

import { z } from "zod";

import { AppError, errorCodes, notFound } from "../errors";
import { flow, query } from "../operation";
import { documentId } from "./document";
import { failureOf } from "./failure";
import { readableKeyOf } from "./readable-key";

const findOriginal = query({
  action: "document.read",
  input: z.object({ id: documentId }),
  run: async ({ documents }, { id }) => (await documents.find(id)) ?? notFound("Document", id),
});

/**
 * The original bytes as a stream, with what is needed to serve them; for showing (`isShown`), those of the copy without
 * protection where a password was given.
 */
export const getContent = flow({
  action: "document.read",
  input: z.object({ id: documentId, isShown: z.boolean().default(false) }),

  async run({ ctx, files, workspaceId }, { id, isShown }) {
    const document = await findOriginal(ctx, { id });
    const { storageKey, fileName, mediaType, size, contentHash } = document;
    const key = isShown ? await readableKeyOf(files, workspaceId, document) : storageKey;
    if (key === storageKey)
      return { stream: await files.stream(key), fileName, mediaType, size, contentHash };
    const bytes = await files.read(key);
    return {
      stream: Readable.from([Buffer.from(bytes)]),
      fileName,
      mediaType,
      size: bytes.length,
      contentHash: `${contentHash}-unlocked`,
    };
  },
});

/**
 * A picture of one page (PNG), `width` pixels wide; made once, then kept. Throws `UNSUPPORTED_TYPE` for a document that has no pages to
 * draw, `NOT_FOUND` beyond its last page.
 */
export const getPageImage = flow({
  action: "document.read",
  input: z.object({
    id: documentId,
    page: z.coerce.number().int().positive(),
    width: z.coerce.number().int().min(80).max(2400).default(1200),
  }),

  async run({ ctx, files, reader, workspaceId }, { id, page, width }) {
    const { storageKey, contentHash, pageCount } = await findOriginal(ctx, { id });
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

/** What the reader says of a file that cannot be drawn, for whoever asked; a fault of ours stays one. */
function undrawn(error: unknown): never {
  const { code, message, remedy } = failureOf(error);
  const known = errorCodes.find((each) => each === code);
  if (!known || known === "INTERNAL") throw error;
  throw new AppError(known, message, { hint: remedy, cause: error });
}
