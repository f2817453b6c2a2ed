import { createHash } from "node:crypto";

import { z } from "zod";

import { notFound } from "../errors";
import { flow, query } from "../operation";
import { documentId } from "./document";

const findOriginal = query({
  action: "document.read",
  input: z.object({ id: documentId }),
  run: async ({ documents }, { id }) => (await documents.find(id)) ?? notFound("Document", id),
});

/** The original bytes as a stream, with what is needed to serve them. */
export const getContent = flow({
  action: "document.read",
  input: z.object({ id: documentId }),

  async run({ ctx, files }, { id }) {
    const { storageKey, fileName, mediaType, size, contentHash } = await findOriginal(ctx, { id });
    return { stream: await files.stream(storageKey), fileName, mediaType, size, contentHash };
  },
});

/** A picture of one page (PNG), `width` pixels wide; made once, then kept. */
export const getPageImage = flow({
  action: "document.read",
  input: z.object({
    id: documentId,
    page: z.coerce.number().int().positive(),
    width: z.coerce.number().int().min(80).max(2400).default(1200),
  }),

  async run({ ctx, files, reader, workspaceId }, { id, page, width }) {
    const { storageKey, contentHash } = await findOriginal(ctx, { id });
    const name = createHash("sha256").update(`${contentHash}/${page}/${width}`).digest("hex");
    const key = `derived/${workspaceId}/${id}/images/${name}.png`;
    if (await files.exists(key)) return files.read(key);
    return files.withCopy(storageKey, async (path) => {
      const image = await reader.renderPage({ path, page, width });
      await files.write(key, image);
      return image;
    });
  },
});
