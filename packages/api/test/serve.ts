import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { createHttpServer, listen } from "../src/front/http-server";
import type { Api } from "./an-api";

/** Serves the web app's routes on their own port, for clients that speak HTTP. Returns the address and a function that stops it. */
export async function serve({ web }: Api): Promise<{ url: string; close: () => void }> {
  const { server } = createHttpServer(
    (request, response) => {
      answer(request, response).catch((error: unknown) => response.destroy(asError(error)));
    },
    { lingerMs: 100 },
  );
  await listen(server, { host: "127.0.0.1", port: 0 });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : "";
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/" } = incoming;
    const hasBody = method !== "GET" && method !== "HEAD";
    const init = { duplex: "half", ...(hasBody && { body: Readable.toWeb(incoming) }) };
    const request = new Request(`http://${incoming.headers.host}${url}`, {
      method,
      headers: Object.entries(incoming.headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((each): [string, string] => [name, each]),
      ),
      ...asInit(init),
    });
    const handle = url.startsWith("/api/upload")
      ? web.upload
      : url.startsWith("/api/v1")
        ? web.rest
        : web.trpc;
    const reply = await handle(request);
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    if (reply.body) await pipeline(Readable.from(reply.body), response);
    else response.end();
  }
}

/** Node's fetch needs `duplex` for a streamed body; the types of the web platform do not know it. */
function asInit(init: object): RequestInit {
  return init as RequestInit;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
