import { Readable } from "node:stream";
import type { BytesPart } from "@besunny/connectors/files/files";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { ofType } from "../shapes";
import { shownKeyOf } from "./contract/readable-key";
import type { Original } from "./contract/shapes";
import { findOriginal } from "./find-original";
import { recordOpening } from "./record-opening";

/** The media types that a browser may show by itself without running anything. */
export const shownTypes = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "text/plain",
  "audio/mpeg",
  "audio/mp4",
  "audio/wav",
  "audio/ogg",
  "audio/flac",
  "video/mp4",
  "video/webm",
] as const;

/**
 * Returns the original as a stream (`open`) with everything needed to serve it. For showing (`isShown`), returns the copy without a signature
 * around it or without a password, if there is one. `open` takes a part of its bytes, which players ask for. If `isInline`, a browser may show the file in place; every other file is a download.
 * Opening the stream leaves an audit row.
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
    const key = isShown ? await shownKeyOf(files, workspaceId, document) : storageKey;
    const { size, contentHash, stream } =
      key === storageKey
        ? {
            ...document,
            stream: (part?: BytesPart) => (part ? files.streamPart(key, part) : files.stream(key)),
          }
        : copyOf(await files.read(key), document);

    async function open(part?: BytesPart): Promise<Readable> {
      await recordOpening(caller, { id, isInline });
      return stream(part);
    }
    return { open, fileName, mediaType, size, contentHash, isInline };
  },
});

/** A copy has no size and no hash of its own in the database. */
function copyOf(bytes: Uint8Array, { contentHash }: { contentHash: string }) {
  return {
    size: bytes.length,
    contentHash: `${contentHash}-shown`,
    stream: async (part?: BytesPart) =>
      Readable.from([Buffer.from(part ? bytes.subarray(part.first, part.last + 1) : bytes)]),
  };
}
