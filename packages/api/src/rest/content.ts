import { Readable } from "node:stream";
import { getContent, shownTypes } from "@besunny/core/content/get-content";
import { getMailPage } from "@besunny/core/content/get-mail-page";
import { getPageImage } from "@besunny/core/content/get-page-image";
import { getPicture } from "@besunny/core/content/get-picture";
import { notFound } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";

import { rangeIn } from "./byte-range";
import { bytesEtagOf, isHeld } from "./etag";

const asItIs = "application/octet-stream";

/** Every type that an original may be sent as. */
export const contentTypes = [asItIs, ...shownTypes];

/** It may be kept, but asked for each time: who lost access does not read it from a disk. */
const askedEachTime = "private, no-cache";

/** The original, as a download; shown in place only when asked and harmless. Players ask for parts of it. */
export async function contentResponse(
  ctx: Caller,
  request: Request,
  asked: { id: string; isShown: boolean },
): Promise<Response> {
  const { open, fileName, mediaType, size, contentHash, isInline } = await getContent(ctx, asked);
  const kept = {
    etag: `"${contentHash}"`,
    "cache-control": askedEachTime,
    "accept-ranges": "bytes",
  };
  if (isHeld(request.headers, kept.etag)) return new Response(null, { status: 304, headers: kept });
  const part = rangeIn(request.headers, { size, etag: kept.etag });
  if (part === "unsatisfiable")
    return new Response(null, {
      status: 416,
      headers: { ...kept, "content-range": `bytes */${size}` },
    });
  return new Response(request.method === "HEAD" ? null : asWeb(await open(part ?? undefined)), {
    status: part ? 206 : 200,
    headers: {
      ...kept,
      "content-type": isInline ? mediaType : asItIs,
      "content-length": String(part ? part.last - part.first + 1 : size),
      ...(part && { "content-range": `bytes ${part.first}-${part.last}/${size}` }),
      "content-disposition": `${isInline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}

export async function pageImageResponse(
  ctx: Caller,
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

/** Shows a mail as it was sent. The policy forbids all that runs, and remote pictures unless they were asked for. */
export async function mailPageResponse(
  ctx: Caller,
  { headers: asked }: Request,
  { id, hasRemotePictures }: { id: string; hasRemotePictures: boolean },
): Promise<Response> {
  const { html } = await getMailPage(ctx, { id });
  if (html === null) return notFound("Mail page", id);
  const bytes = Buffer.from(html);
  const pictures = hasRemotePictures ? "data: https: http:" : "data:";
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src ${pictures}`,
    "frame-ancestors 'self'",
    "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
  ];
  const kept = {
    etag: bytesEtagOf(Buffer.from(html + pictures)),
    "cache-control": askedEachTime,
    "content-security-policy": policy.join("; "),
  };
  if (isHeld(asked, kept.etag)) return new Response(null, { status: 304, headers: kept });
  return new Response(bytes, {
    headers: {
      ...kept,
      "content-type": "text/html; charset=utf-8",
      "content-length": String(bytes.length),
      "referrer-policy": "no-referrer",
    },
  });
}

/** Shows a picture of a document. Its types run nothing, and the policy forbids it once more. */
export async function pictureResponse(
  ctx: Caller,
  { headers: asked }: Request,
  at: { id: string; picture: string },
): Promise<Response> {
  const { bytes, mediaType } = await getPicture(ctx, at);
  const kept = { etag: bytesEtagOf(bytes), "cache-control": askedEachTime };
  if (isHeld(asked, kept.etag)) return new Response(null, { status: 304, headers: kept });
  return new Response(Buffer.from(bytes), {
    headers: {
      ...kept,
      "content-type": mediaType,
      "content-length": String(bytes.length),
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}

/** Node's own conversion types its stream apart from the web's; they are the same. */
function asWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
