import { Readable } from "node:stream";

import type { WorkspaceContext } from "@besunny/core/context";
import { getContent, getPageImage } from "@besunny/core/documents/get-content";

import { bytesEtagOf, isHeld } from "./etag";

const asItIs = "application/octet-stream";

/** What a browser may show by itself without running anything. */
const harmless = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "text/plain",
]);

/** Every type that an original may be sent as. */
export const contentTypes = [asItIs, ...harmless];

/** It may be kept, but asked for each time: who lost access does not read it from a disk. */
const askedEachTime = "private, no-cache";

/** The original, as a download; shown in place only when asked and harmless. */
export async function contentResponse(
  ctx: WorkspaceContext,
  { headers: asked }: Request,
  { id, isInline }: { id: string; isInline: boolean },
): Promise<Response> {
  const { stream, fileName, mediaType, size, contentHash } = await getContent(ctx, {
    id,
    isShown: isInline,
  });
  const shown = isInline && harmless.has(mediaType);
  const kept = { etag: `"${contentHash}"`, "cache-control": askedEachTime };
  if (isHeld(asked, kept.etag)) {
    stream.destroy();
    return new Response(null, { status: 304, headers: kept });
  }
  return new Response(asWeb(stream), {
    headers: {
      ...kept,
      "content-type": shown ? mediaType : asItIs,
      "content-length": String(size),
      "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}

export async function pageImageResponse(
  ctx: WorkspaceContext,
  { headers: asked }: Request,
  at: { id: string; page: number; width?: number },
): Promise<Response> {
  const image = await getPageImage(ctx, at);
  const kept = { etag: bytesEtagOf(image), "cache-control": askedEachTime };
  if (isHeld(asked, kept.etag)) return new Response(null, { status: 304, headers: kept });
  return new Response(Buffer.from(image), {
    headers: { ...kept, "content-type": "image/png", "content-length": String(image.length) },
  });
}

/** Node's own conversion types its stream apart from the web's; they are the same. */
function asWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
