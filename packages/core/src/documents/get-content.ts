import { createHash } from "node:crypto";
import { Readable } from "node:stream";

import { z } from "zod";

import { notFound } from "../errors";
import { command, flow, query } from "../operation";
import { documentId } from "./document";
import { pictureWidth, WIDEST_PICTURE } from "./picture-width";
import { readableKeyOf } from "./readable-key";

/** What a browser may show by itself without running anything. */
const harmless = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "text/plain",
]);

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
 * The original bytes as a stream, with what is needed to serve them; for showing (`isShown`), those of the copy without
 * protection where a password was given. `isInline` says whether a browser may show them in place; whatever it may not is a download, and
 * the audit log is told of it.
 */
export const getContent = flow({
  action: "document.read",
  input: z.object({ id: documentId, isShown: z.boolean().default(false) }),

  async run({ ctx, files, workspaceId }, { id, isShown }) {
    const document = await findOriginal(ctx, { id });
    const { storageKey, fileName, mediaType, size, contentHash } = document;
    const isInline = isShown && harmless.has(mediaType);
    if (!isInline) await recordDownload(ctx, { id });
    const key = isShown ? await readableKeyOf(files, workspaceId, document) : storageKey;
    if (key === storageKey)
      return { stream: await files.stream(key), fileName, mediaType, size, contentHash, isInline };
    const bytes = await files.read(key);
    return {
      stream: Readable.from([Buffer.from(bytes)]),
      fileName,
      mediaType,
      size: bytes.length,
      contentHash: `${contentHash}-unlocked`,
      isInline,
    };
  },
});

/** A picture of one page (PNG), at least `width` pixels wide; made once for each of a few widths, then kept. */
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
    const { storageKey, contentHash } = await findOriginal(ctx, { id });
    const readable = await readableKeyOf(files, workspaceId, { id, storageKey });
    const name = createHash("sha256").update(`${contentHash}/${page}/${width}`).digest("hex");
    const key = `derived/${workspaceId}/${id}/images/${name}.png`;
    if (await files.exists(key)) return files.read(key);
    return files.withCopy(readable, async (path) => {
      const image = await reader.renderPage({ path, page, width });
      await files.write(key, image);
      return image;
    });
  },
});
