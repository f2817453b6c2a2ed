import { unauthenticated } from "@besunny/core/errors";
import { Hono } from "hono";

import { createRequestContext } from "../create-request-context";
import type { ApiTools } from "../request-context";
import { contentResponse, pageImageResponse } from "./content";
import { problem } from "./problem";

/** REST under `/api/v1`, the same operations as tRPC. */
export function createRest(tools: ApiTools): (request: Request) => Promise<Response> {
  const app = new Hono().basePath("/api/v1");

  app.onError((error, { req }) => {
    const { traceId, log } = createRequestContext(tools, "web", req.raw.headers);
    log.warn({ error, path: req.path, traceId }, "a request failed");
    return problem(error, traceId);
  });

  app.get("/documents/:id/content", async ({ req }) =>
    contentResponse(await workspaceOf(req.raw), {
      id: req.param("id"),
      isInline: req.query("inline") === "1",
    }),
  );

  app.get("/documents/:id/pages/:page/image", async ({ req }) => {
    const width = req.query("width");
    return pageImageResponse(await workspaceOf(req.raw), {
      id: req.param("id"),
      page: req.param("page"),
      ...(width && { width }),
    });
  });

  return async (request) => app.fetch(request);

  async function workspaceOf(request: Request) {
    const ctx = await createRequestContext(tools, "web", request.headers).workspace();
    return ctx ?? unauthenticated("Send an API key, or sign in");
  }
}
