import { fileTooLarge, LARGEST_FILE_BYTES } from "@besunny/core/documents/contract/upload-limits";
import { AppError, unauthenticated } from "@besunny/core/errors";
import { knownTrouble } from "@besunny/core/known-trouble";
import { HTTPException } from "hono/http-exception";

import { cookieNames } from "../auth/cookie-names";
import { boundedBody } from "../bounded-body";
import { createRequestContext } from "../create-request-context";
import { countedOf, type Limits } from "../limits/limits";
import { headersOfRefusal } from "../limits/too-many-requests";
import type { ApiTools, App } from "../request-context";
import { traceIdOf } from "../trace-id";
import { allowedMethods } from "./allowed-methods";
import { archiveRoutes } from "./archive";
import { auditRoutes } from "./audit/audit";
import { auditWatchRoutes } from "./audit/watches";
import { inboundHookRoutes } from "./automation/inbound-hooks";
import { webhookRoutes } from "./automation/webhooks";
import { automationRoutes } from "./automations/automations";
import { rehearsalRoutes } from "./automations/rehearsals";
import { automationRunRoutes } from "./automations/runs";
import { batchRoutes } from "./batches";
import { createRestApp, type RestEnv } from "./contract";
import { typeRoutes } from "./document-types";
import { documentRoutes } from "./documents";
import { entityRoutes } from "./entities";
import { eventRoutes } from "./events";
import { analyticsRoutes } from "./figures/analytics";
import { conversationRoutes } from "./finding/conversations";
import { fieldRoutes } from "./finding/fields";
import { likenessRoutes } from "./finding/likeness";
import { searchRoutes } from "./finding/search";
import { sourceRoutes } from "./finding/sources";
import { tagRoutes } from "./finding/tags";
import { viewRoutes } from "./finding/views";
import { once } from "./idempotency";
import { keyRoutes } from "./keys";
import { ledgerRoutes } from "./meetings/ledger";
import { meetingRoutes } from "./meetings/meetings";
import { usageRoutes } from "./money/usage";
import { factRoutes } from "./of-document/facts";
import { tableRoutes } from "./of-document/tables";
import { versionRoutes } from "./of-document/versions";
import { openApiDocument } from "./open-api/open-api-document";
import { exportRoutes } from "./privacy/exports";
import { receiptRoutes } from "./privacy/receipts";
import { problem } from "./problem";
import { projectRoutes } from "./projects";
import { readingRoutes } from "./readings";
import { uploadRoutes } from "./receiving/uploads";
import { refuseUnknownParameters } from "./unknown-parameters";

/** The largest bodies, in bytes: of a long text to classify, of everything else that is no form, and of a form around its file. */
const TEXT_BYTES = 16 * 1024 ** 2;
const BODY_BYTES = 1024 ** 2;
const FORM_BYTES = 1024 ** 2;

/** REST under `/api/v1`, the same operations as tRPC. */
export function createRest(
  tools: ApiTools,
  app: App,
  limits: Limits,
): (request: Request) => Promise<Response> {
  const rest = createRestApp().basePath("/api/v1");
  const contract = () => openApiDocument(rest, tools.urls.web);
  let mustBeKnown: ReturnType<typeof refuseUnknownParameters> | undefined;

  rest.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description:
      "An API key (`bsk_...`) with its scopes (`read`, `write`, `delete`, `members`, `keys`), or the token of a session",
  });
  rest.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: cookieNames(app, tools.urls[app]).session,
  });

  rest.use(async (c, next) => {
    const request = createRequestContext(tools, app, c.req.raw.headers, "rest");
    c.set("request", request);
    c.set("signal", c.req.raw.signal);
    await next();
    // Nobody will read it, and a stream that is only let go of stays open.
    if (c.req.method === "HEAD") await c.res.body?.cancel();
    c.res.headers.set("x-trace-id", request.traceId);
    if (!c.res.headers.has("RateLimit-Policy"))
      c.res.headers.set("RateLimit-Policy", limits.policy);
  });

  rest.get("/openapi.json", (c) => c.json(contract()));

  rest.use(async (c, next) => {
    const workspace = await c.var.request.workspace();
    c.set("workspace", workspace ?? unauthenticated("Send an API key, or sign in"));
    const { headers } = c.req.raw;
    const caller = countedOf(c.var.workspace, { headers, address: c.var.request.identity.ip });
    const { rateLimit, policy } = await limits.take(caller, c.req.raw);
    await next();
    c.res.headers.set("RateLimit", rateLimit);
    c.res.headers.set("RateLimit-Policy", policy);
  });

  rest.use(async (c, next) => {
    if (!allowedMethods(rest, c.req.path).includes(c.req.method)) return c.notFound();
    mustBeKnown ??= refuseUnknownParameters(contract());
    mustBeKnown(c.req.raw);
    await next();
  });

  rest.use(async (c, next) => {
    const isForm = c.req.header("content-type")?.startsWith("multipart/form-data");
    const isPlain = !isForm && c.req.raw.body !== null;
    // Routes that take a file call `once` themselves, as soon as they know the bytes.
    if (isForm || c.req.path.endsWith("/documents/classify")) return next();
    c.res = await once(c.var.workspace, c.req.raw, isPlain ? await c.req.text() : "", async () => {
      await next();
      return c.res;
    });
  });

  for (const routes of [
    uploadRoutes(tools),
    archiveRoutes,
    documentRoutes,
    readingRoutes,
    factRoutes,
    tableRoutes,
    versionRoutes(tools),
    typeRoutes,
    eventRoutes(),
    likenessRoutes,
    projectRoutes,
    analyticsRoutes,
    usageRoutes,
    tagRoutes,
    fieldRoutes,
    viewRoutes,
    automationRoutes,
    automationRunRoutes,
    rehearsalRoutes,
    batchRoutes,
    entityRoutes,
    searchRoutes,
    conversationRoutes,
    keyRoutes,
    auditRoutes,
    auditWatchRoutes,
    receiptRoutes,
    exportRoutes,
    sourceRoutes,
    webhookRoutes,
    inboundHookRoutes,
    meetingRoutes,
    ledgerRoutes,
  ])
    rest.route("/", routes);

  rest.onError((error, c) => {
    const traceId = traceOf(c.var, c.req.raw.headers);
    const known = asAppError(error);
    if (known) return problem(known, traceId, { headers: headersOfRefusal(known) });
    tools.log.error({ error, path: c.req.path, traceId }, "a request failed");
    return problem(error, traceId);
  });

  rest.notFound((c) => {
    const traceId = traceOf(c.var, c.req.raw.headers);
    const allowed = allowedMethods(rest, c.req.path);
    if (allowed.length === 0)
      return problem(new AppError("NOT_FOUND", `There is nothing at ${c.req.path}`), traceId);
    const error = new AppError("INVALID_INPUT", `${c.req.method} is not done here`, {
      hint: `Use ${allowed.join(", ")}.`,
    });
    return problem(error, traceId, { status: 405, headers: { allow: allowed.join(", ") } });
  });

  return async (request) => rest.fetch(bounded(request));
}

/** Nothing is read here; who asks is known before somebody does. */
function bounded(request: Request): Request {
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    const mostBytes = LARGEST_FILE_BYTES + FORM_BYTES;
    return boundedBody(request, { mostBytes, tooLarge: fileTooLarge });
  }
  const isText = new URL(request.url).pathname.endsWith("/documents/classify");
  return boundedBody(request, { mostBytes: isText ? TEXT_BYTES : BODY_BYTES });
}

function traceOf(variables: Partial<RestEnv["Variables"]>, headers: Headers): string {
  return variables.request?.traceId ?? traceIdOf(headers);
}

/** Returns our error for an error of the router; null for a fault. */
function asAppError(error: Error): AppError | null {
  if (!(error instanceof HTTPException)) return knownTrouble(error);
  if (error.status === 413) return new AppError("TOO_LARGE", "The body is too large");
  if (error.status === 415)
    return new AppError("UNSUPPORTED_TYPE", "This Content-Type is not understood here");
  return error.status < 500 ? new AppError("INVALID_INPUT", error.message) : null;
}
