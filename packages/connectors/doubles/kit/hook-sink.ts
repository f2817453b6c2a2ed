import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { HookCall, HookNotice } from "../../src/sources/hooks";

/** Listens for calls of providers as BeSunny does, and keeps what they said. */
export async function startHookSink(hear: (call: HookCall) => HookNotice) {
  const heard: HookNotice[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const notice = hear({
      method: request.method ?? "",
      query: new URL(request.url ?? "/", "http://sink").searchParams,
      header: (name) => String(request.headers[name] ?? "") || null,
      body: Buffer.concat(parts),
    });
    heard.push(notice);
    response.setHeader("content-type", "text/plain");
    response.setHeader("x-content-type-options", "nosniff");
    response.statusCode = { prove: 200, look: 202, refused: 403 }[notice.kind];
    response.end(notice.kind === "prove" ? notice.text : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url, heard, close };
}
