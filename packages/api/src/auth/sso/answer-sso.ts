import { randomBytes } from "node:crypto";
import { AppError } from "@besunny/core/errors";
import { beginSso } from "@besunny/core/identity/sso/begin-sso";
import { finishSso } from "@besunny/core/identity/sso/finish-sso";
import { openSso } from "@besunny/core/identity/sso/open-sso";
import { syncMember } from "@besunny/core/sso/sync-member";

import { boundedBody } from "../../bounded-body";
import { safePath } from "../../browser/safe-path";
import { createRequestContext } from "../../create-request-context";
import type { ApiTools, RequestContext } from "../../request-context";
import { cookieNames } from "../cookie-names";
import { cookieOf } from "../cookies";
import { deviceCookie, deviceOf } from "../device-cookie";
import { sessionSetCookie } from "../session-jwt";
import { answerLogout } from "./answer-logout";
import { metadataOf } from "./metadata";

const BODY_BYTES = 1024 ** 2;
const BROWSER_SECONDS = 15 * 60;

type Answering = { tools: ApiTools; ctx: RequestContext; url: URL };

/**
 * Answers below `/api/auth/sso`. `begin` sends a browser to an issuer, `oidc/…/callback` and `saml/…/acs` take its answer, and `open` ends in a
 * session and its cookie. A response of SAML comes from another site, so its browser is known at `open` alone.
 */
export async function answerSso(
  request: Request,
  { tools, path }: { tools: ApiTools; path: readonly string[] },
): Promise<Response> {
  const ctx = createRequestContext(tools, "web", request.headers);
  const answering = { tools, ctx, url: new URL(request.url) };
  const [first = "", id = "", last = ""] = path;
  const way = `${request.method} ${[first, last].filter(Boolean).join(" ")}`;
  if (way === "POST oidc logout") return answerLogout(request, { tools, connectionId: id });
  if (way === "GET saml metadata") return metadataOf(id, tools);
  try {
    if (way === "GET begin") return await begin(request, answering);
    if (way === "GET open") return await open(request, answering);
    if (way === "GET oidc callback") return await fromOidc(answering, id);
    if (way === "POST saml acs") return await fromSaml(request, answering, id);
  } catch (error) {
    return leadBack(error, tools);
  }
  return leadTo("/sign-in?sso=ended", tools);
}

/** Sends the browser to the issuer, with a secret of its own in a cookie. */
async function begin(request: Request, { tools, ctx, url }: Answering): Promise<Response> {
  const asked = url.searchParams;
  const mode = beginSso.input.shape.mode.catch("sign-in").parse(asked.get("mode"));
  const session = await ctx.session();
  const browser = randomBytes(24).toString("base64url");
  // Another site may start a sign-in, and nothing that needs a person.
  const site = request.headers.get("sec-fetch-site");
  if (mode !== "sign-in" && site !== null && site !== "same-origin" && site !== "none")
    return leadTo("/sign-in?sso=ended", tools);
  const { url: to } = await beginSso(ctx.identity, {
    connectionId: asked.get("id") ?? "",
    mode,
    returnTo: safePath(asked.get("next") ?? undefined),
    browser,
    person: session && { userId: session.user.id, sessionId: session.sessionId },
  });
  const { browser: name, isSecure } = cookieNames("web", tools.urls.web);
  const cookie = `${name}=${browser}; Path=/; Max-Age=${BROWSER_SECONDS}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  return leave(to, [cookie]);
}

async function fromOidc({ tools, ctx, url }: Answering, connectionId: string): Promise<Response> {
  const state = url.searchParams.get("state") ?? "";
  const answer = { kind: "oidc" as const, url: new URL(url.search, tools.urls.web).toString() };
  const { ticket } = await finishSso(ctx.identity, { connectionId, state, answer });
  return leadTo(`/api/auth/sso/open?ticket=${ticket}`, tools);
}

async function fromSaml(
  request: Request,
  { tools, ctx }: Answering,
  connectionId: string,
): Promise<Response> {
  const body = await boundedBody(request, { mostBytes: BODY_BYTES }).text();
  const form = new URLSearchParams(body);
  const response = form.get("SAMLResponse") ?? "";
  const { ticket } = await finishSso(ctx.identity, {
    connectionId,
    state: form.get("RelayState") ?? "",
    answer: { kind: "saml", response },
  });
  return leadTo(`/api/auth/sso/open?ticket=${ticket}`, tools);
}

/** Ends in our own session, in the browser that began. */
async function open(request: Request, { tools, ctx, url }: Answering): Promise<Response> {
  const { headers } = request;
  const session = await ctx.session();
  const opened = await openSso(ctx.identity, {
    ticket: (url.searchParams.get("ticket") ?? "").slice(0, 100),
    browser: (cookieOf(headers, cookieNames("web", tools.urls.web).browser) ?? "").slice(0, 100),
    device: deviceOf(headers, "web", tools)?.slice(0, 200),
    person: session && { userId: session.user.id, sessionId: session.sessionId },
  });
  const { mode, returnTo, connectionId, workspaceId, groups, signedIn } = opened;
  if (!signedIn) return leadTo(withOutcome(returnTo, mode), tools);
  const by = { door: "job" as const, traceId: ctx.traceId };
  const job = { kind: "job" as const, name: "sync-members" as const };
  const userId = signedIn.user.id;
  await syncMember(tools.workspaceCaller(workspaceId, job, by), { connectionId, userId, groups });
  return leadTo(returnTo, tools, [
    await sessionSetCookie(signedIn, "web", tools),
    deviceCookie(signedIn.device, "web", tools),
  ]);
}

function withOutcome(returnTo: string, mode: string): string {
  return `${returnTo}${returnTo.includes("?") ? "&" : "?"}sso=${mode}-done`;
}

/** A page says why it failed. Nothing that an issuer or a stranger wrote is shown. */
function leadBack(error: unknown, tools: ApiTools): Response {
  if (!(error instanceof AppError)) throw error;
  const problem = "problem" in error ? String(error.problem) : error.code;
  return leadTo(`/sign-in?sso=${encodeURIComponent(problem)}`, tools);
}

function leadTo(path: string, { urls }: ApiTools, cookies: readonly string[] = []): Response {
  return leave(new URL(path, urls.web).toString(), cookies);
}

function leave(to: string, cookies: readonly string[]): Response {
  const headers = new Headers({
    location: to,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
  });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
