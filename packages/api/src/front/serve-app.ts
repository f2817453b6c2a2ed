import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";

import { createHttpServer, listen } from "@besunny/api/front/http-server";
import { serveStatic } from "@besunny/api/front/serve-static";

/** The largest body that is sent to a page, in bytes; the doors below `/api/` bound theirs themselves. */
const PAGE_BODY_BYTES = 1024 ** 2;

type App = {
  /** Returns the function that answers the app's requests. It needs the server for requests that become WebSockets. */
  prepare(server: Server): Promise<RequestListener>;
  host: string;
  port: number;
  isDevelopment: boolean;
  /** The folder of the built files that are sent under `/_next/static`; null in development. */
  staticFiles: string | null;
};

/** Serves a Next.js app until the process gets SIGTERM or SIGINT. Rejects if it cannot listen. */
export async function serveApp({
  prepare,
  host,
  port,
  isDevelopment,
  staticFiles,
}: App): Promise<void> {
  let answer: RequestListener | undefined;
  const sendStatic = staticFiles ? serveStatic(staticFiles) : null;
  const { server, drain } = createHttpServer(
    (request, response) => {
      if (refuseAddress(request, response) || refuseBody(request, response)) return;
      const goOn = () => answer?.(request, response);
      if (sendStatic) sendStatic(request, response, goOn);
      else goOn();
    },
    // Reload in the browser speaks over one.
    { upgrades: isDevelopment },
  );
  answer = await prepare(server);
  await listen(server, { host, port });

  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void drain().finally(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
}

/** Answers 404 to a path that cannot be decoded; Next would report a fault. Returns whether it answered. */
function refuseAddress({ url = "" }: IncomingMessage, response: ServerResponse): boolean {
  if (isDecodable(url.split("?", 1)[0] ?? "")) return false;
  response.writeHead(404, { "content-length": "0" }).end();
  return true;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Next would keep a page's body in memory before anybody looks at it. */
function refuseBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url?.startsWith("/api/")) return false;
  const isUncounted = request.headers["transfer-encoding"] !== undefined;
  const isTooLong = Number(request.headers["content-length"] ?? 0) > PAGE_BODY_BYTES;
  if (!isUncounted && !isTooLong) return false;
  response.writeHead(isUncounted ? 411 : 413, { "content-length": "0" }).end();
  return true;
}
