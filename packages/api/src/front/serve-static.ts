import type { IncomingMessage, ServerResponse } from "node:http";

import sirv from "sirv";

const YEAR_SECONDS = 31_536_000;
const PREFIX = "/_next/static";

/**
 * Returns a function that sends the built files of a folder in their brotli form, which the build makes. It calls `next` for everything
 * else. Their names change with their content, so browsers keep them.
 */
export function serveStatic(folder: string) {
  const send = sirv(folder, {
    brotli: true,
    immutable: true,
    maxAge: YEAR_SECONDS,
    setHeaders: (response) => response.setHeader("x-content-type-options", "nosniff"),
  });

  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { url = "", method = "", headers } = request;
    const isRead = method === "GET" || method === "HEAD";
    const takesBrotli = /\bbr\b/.test(String(headers["accept-encoding"] ?? ""));
    if (!isRead || !takesBrotli || !url.startsWith(`${PREFIX}/`)) {
      next();
      return;
    }
    request.url = url.slice(PREFIX.length);
    send(request, response, () => {
      request.url = url;
      next();
    });
  };
}
