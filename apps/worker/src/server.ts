import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { createHttpServer, listen } from "@besunny/api/front/http-server";
import { mayLookInside } from "@besunny/api/front/may-look-inside";
import { answerLiveness, answerReadiness } from "@besunny/api/readiness";
import { createDocumentSocket } from "@besunny/api/socket/document-socket";
import type { Runtime } from "@besunny/runtime/runtime";

import type { RunningJobs } from "./jobs";
import { metricsText } from "./metrics";

const TEXT = { "content-type": "text/plain; version=0.0.4; charset=utf-8" };

/** The largest body that real Inngest sends, in bytes: its state is 32 MB at most. */
const INNGEST_BODY_BYTES = 32 * 1024 ** 2;

/**
 * `/healthz`, `/readyz`, `/metrics`, `/ws/documents/{id}`, and `/api/inngest` where real Inngest calls the functions. Metrics, and what of it
 * is not ready, are for this machine and for who holds METRICS_TOKEN.
 */
export async function startServer(
  runtime: Runtime,
  jobs: RunningJobs,
): Promise<{ close(): Promise<void> }> {
  const { BIND_HOST, WORKER_PORT, METRICS_TOKEN } = runtime.env;
  const { server, drain } = createHttpServer(
    (request, response) => {
      answer(request)
        .then((reply) => send(response, reply))
        .catch((error: unknown) => {
          runtime.log.error({ error, path: request.url }, "a request failed");
          response.destroy();
        });
    },
    { upgrades: true },
  );
  const sockets = createDocumentSocket(runtime);
  server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  await listen(server, { host: BIND_HOST, port: WORKER_PORT });
  return {
    // The server alone would wait for sockets that never end by themselves.
    close() {
      sockets.close();
      return drain();
    },
  };

  async function answer(request: IncomingMessage): Promise<Response> {
    const { pathname } = new URL(request.url ?? "/", "http://worker");
    if (pathname === "/healthz") return answerLiveness();
    if (pathname === "/readyz")
      return answerReadiness(async () => runtime.health, isInside(request));
    if (pathname === "/metrics") return metrics(request);
    if (pathname === "/api/inngest" && !jobs.engine) return jobs.handler(await asRequest(request));
    return new Response("Not found", { status: 404 });
  }

  async function metrics(request: IncomingMessage): Promise<Response> {
    if (!isInside(request)) return new Response("Not found", { status: 404 });
    return new Response(await metricsText(runtime, jobs.engine), { headers: TEXT });
  }

  function isInside({ headers }: IncomingMessage): boolean {
    return mayLookInside(headers, METRICS_TOKEN);
  }
}

async function asRequest(request: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, [value].flat().join(", "));
  const method = request.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://${request.headers.host ?? "worker"}${request.url ?? "/"}`, {
    method,
    headers,
    ...(hasBody && { body: await bytesOf(request) }),
  });
}

async function bytesOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > INNGEST_BODY_BYTES) throw new Error("The body is larger than Inngest's may be");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function send(response: ServerResponse, reply: Response): Promise<void> {
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  if (!reply.body) {
    response.end();
    return;
  }
  await pipeline(Readable.from(reply.body), response);
}
