import { boundedBody } from "@besunny/api/bounded-body";
import { createHttpServer, listen } from "@besunny/api/front/http-server";
import { mayLookInside } from "@besunny/api/front/may-look-inside";
import { answerLiveness, answerReadiness } from "@besunny/api/readiness";
import { createDocumentSocket } from "@besunny/api/socket/document-socket";
import type { Runtime } from "@besunny/runtime/runtime";

import { getRequestListener } from "@hono/node-server";

import type { RunningJobs } from "./jobs";
import { createMetrics } from "./metrics";

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
  const metrics = createMetrics(runtime, jobs.engine);
  const { server, drain } = createHttpServer(
    getRequestListener(
      (request) =>
        answer(boundedBody(request, { mostBytes: INNGEST_BODY_BYTES })).catch((error: unknown) => {
          runtime.log.error({ error, path: new URL(request.url).pathname }, "a request failed");
          return new Response("Something went wrong", { status: 500 });
        }),
      { overrideGlobalObjects: false },
    ),
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

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/healthz") return answerLiveness();
    if (pathname === "/readyz")
      return answerReadiness(async () => runtime.health, isInside(request));
    if (pathname === "/metrics") return figuresFor(request);
    if (pathname === "/api/inngest" && !jobs.engine) return jobs.handler(request);
    return new Response("Not found", { status: 404 });
  }

  async function figuresFor(request: Request): Promise<Response> {
    if (!isInside(request)) return new Response("Not found", { status: 404 });
    return new Response(await metrics.text(), {
      headers: { "content-type": metrics.contentType },
    });
  }

  function isInside({ headers }: Request): boolean {
    return mayLookInside(Object.fromEntries(headers), METRICS_TOKEN);
  }
}
