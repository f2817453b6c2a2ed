import { Readable } from "node:stream";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { ofType } from "../shapes";
import { readableKeyOf } from "./contract/readable-key";
import type { Original } from "./contract/shapes";
import { findOriginal } from "./find-original";
import { recordOpening } from "./record-opening";

/** What a browser may show by itself without running anything. */
export const shownTypes = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "text/plain",
] as const;

/**
 * The original as `open` gives it, a stream, with what is needed to serve it; for showing (`isShown`), the copy without protection where a
 * password was given. `isInline` says whether a browser may show it in place; whatever it may not is a download, and opening that is told
 * to the audit log.
 */
export const getContent = flow("content.get-content", {
  title: "Open the original of a document",
  permission: "document.read",
  input: z.object({ id: documentId, isShown: z.boolean().default(false) }),
  output: ofType<Original>(),
  doors: ["web", "rest"],
  uses: ["files"],
  audit: { notAudited: "Opening the stream records it." },

  async handle({ caller, files, workspaceId }, { id, isShown }) {
    const document = await findOriginal(caller, { id });
    const { storageKey, fileName, mediaType } = document;
    const isInline = isShown && shownTypes.some((type) => type === mediaType);
    const key = isShown ? await readableKeyOf(files, workspaceId, document) : storageKey;
    const { size, contentHash, stream } =
      key === storageKey
        ? { ...document, stream: () => files.stream(key) }
        : unlocked(await files.read(key), document);

    async function open(): Promise<Readable> {
      await recordOpening(caller, { id, isInline });
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
