import { Readable } from "node:stream";

import type { WorkspaceContext } from "@besunny/core/context";
import { getContent, getPageImage } from "@besunny/core/documents/get-content";

/** The original, as a download; shown in place only when asked and harmless. */
export async function contentResponse(
  ctx: WorkspaceContext,
  asked: { id: string; isShown: boolean },
): Promise<Response> {
  const { stream, fileName, mediaType, size, contentHash, isInline } = await getContent(ctx, asked);
  return new Response(asWeb(stream), {
    headers: {
      "content-type": isInline ? mediaType : "application/octet-stream",
      "content-length": String(size),
      "content-disposition": `${isInline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
      etag: `"${contentHash}"`,
    },
  });
}

export async function pageImageResponse(
  ctx: WorkspaceContext,
  at: { id: string; page: string; width?: string },
): Promise<Response> {
  const image = await getPageImage(ctx, at);
  return new Response(Buffer.from(image), {
    headers: {
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
  });
}

/** Node's own conversion types its stream apart from the web's; they are the same. */
function asWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
