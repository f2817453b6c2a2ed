import { createHash } from "node:crypto";
import { Readable } from "node:stream";

import { z } from "zod";
import { documentId } from "../ids";
import { AppError, errorCodes, notFound } from "../errors";
import { command, flow, query } from "../operation/operation";
import { failureOf } from "./failure";
import { pictureWidth, WIDEST_PICTURE } from "./picture-width";
import { readableKeyOf } from "./readable-key";

/** What a browser may show by itself without running anything. */
export const shownTypes = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "text/plain",
] as const;

const findOriginal = query({
  action: "document.read",
  input: z.object({ id: documentId }),
  run: async ({ documents }, { id }) => (await documents.find(id)) ?? notFound("Document", id),
});

/** What is taken out of the house is told to the audit log; what is looked at inside of it is not. */
const recordDownload = command({
  action: "document.read",
  input: z.object({ id: documentId }),
  run: async ({ documents }, { id }) => {
    if (!(await documents.find(id))) notFound("Document", id);
  },
  told: (_output, input) => [{ action: "document.downloaded", input }],
});

/**
 * The original as `open` gives it, a stream, with what is needed to serve it; for showing (`isShown`), the copy without protection where a
 * password was given. `isInline` says whether a browser may show it in place; whatever it may not is a download, and opening that is told
 * to the audit log.
 */
export const getContent = flow({
  action: "document.read",
  input: z.object({ id: documentId, isShown: z.boolean().default(false) }),

  async run({ ctx, files, workspaceId }, { id, isShown }) {
    const document = await findOriginal(ctx, { id });
    const { storageKey, fileName, mediaType } = document;
    const isInline = isShown && shownTypes.some((type) => type === mediaType);
    const key = isShown ? await readableKeyOf(files, workspaceId, document) : storageKey;
    const { size, contentHash, stream } =
      key === storageKey
        ? { ...document, stream: () => files.stream(key) }
        : unlocked(await files.read(key), document);

    async function open(): Promise<Readable> {
      if (!isInline) await recordDownload(ctx, { id });
      return stream();
    }
    return { open, fileName, mediaType, size, contentHash, isInline };
  },
});

/** A copy has no size and no hash of its own in the database. */
function unlocked(bytes: Uint8Array, { contentHash }: { contentHash: string }) {
  return {
    size: bytes.length,
    contentHash: `${contentHash}-unlocked`,
    stream: async () => Readable.from([Buffer.from(bytes)]),
  };
}

/**
 * A picture of one page (PNG), at least `width` pixels wide; made once for each of a few widths, then kept. Throws `UNSUPPORTED_TYPE` for a
 * document that has no pages to draw, `NOT_FOUND` beyond its last page.
 */
export const getPageImage = flow({
  action: "document.read",
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
