import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { answerLiveness, answerReadiness } from "@besunny/api/readiness";
import { createDocumentSocket } from "@besunny/api/socket/document-socket";
import type { Runtime } from "@besunny/runtime/runtime";

import type { RunningJobs } from "./jobs";
import { metricsText } from "./metrics";

const TEXT = { "content-type": "text/plain; version=0.0.4; charset=utf-8" };

/** `/healthz`, `/readyz`, `/metrics`, `/ws/documents/{id}`, and `/api/inngest` where real Inngest calls the functions. */
export async function startServer(
  runtime: Runtime,
  jobs: RunningJobs,
): Promise<Pick<Server, "close">> {
  const server = createServer((request, response) => {
    answer(request)
      .then((reply) => send(response, reply))
      .catch((error: unknown) => {
        runtime.log.error({ error, path: request.url }, "a request failed");
        response.destroy();
      });
  });
  const sockets = createDocumentSocket(runtime);
  server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(runtime.env.WORKER_PORT, resolve);
  });
  return {
    // The server alone would wait for sockets that never end by themselves.
    close(done) {
      sockets.close();
      return server.close(done);
    },
  };

  async function answer(request: IncomingMessage): Promise<Response> {
    const { pathname } = new URL(request.url ?? "/", "http://worker");
    if (pathname === "/healthz") return answerLiveness();
    if (pathname === "/readyz") return answerReadiness(async () => runtime.health);
    if (pathname === "/metrics")
      return new Response(await metricsText(runtime, jobs.engine), { headers: TEXT });
    if (pathname === "/api/inngest" && !jobs.engine) return jobs.handler(await asRequest(request));
    return new Response("Not found", { status: 404 });
  }
}

async function asRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, [value].flat().join(", "));
  const method = request.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`http://${request.headers.host ?? "worker"}${request.url ?? "/"}`, {
    method,
    headers,
    ...(hasBody && { body: Buffer.concat(chunks) }),
  });
}

async function send(response: ServerResponse, reply: Response): Promise<void> {
  response.writeHead(reply.status, Object.fromEntries(reply.headers));
  if (!reply.body) {
    response.end();
    return;
  }
  await pipeline(Readable.from(reply.body), response);
}
