import { createHash } from "node:crypto";
import { receiveAppHook } from "@besunny/core/identity/hooks/receive-app-hook";
import { receiveHook } from "@besunny/core/identity/hooks/receive-hook";

import { boundedBody } from "../bounded-body";
import { createRequestContext } from "../create-request-context";
import type { ApiTools, AppHook, HookCall } from "../request-context";

const BODY_BYTES = 1024 ** 2;

/**
 * Answers a provider that says "look now" of one source. It is answered at once, and nothing of what it sends is believed but its secret. A new channel is
 * proven by its word. Who does not know the address or the secret finds nothing here.
 */
export async function answerHook(
  request: Request,
  { tools, token }: { tools: ApiTools; token: string },
): Promise<Response> {
  const call = await callOf(request);
  const { notice, secret } = await tools.hearing.ofSource(call);
  if (notice.kind === "prove") return text(notice.text.slice(0, 2000));
  if (notice.kind === "refused") return nothingHere();
  const { identity } = createRequestContext(tools, "web", request.headers, "rest");
  const { isKnown } = await receiveHook(identity, {
    token,
    secret,
    remoteId: deliveryOf(call),
    watch: notice.watch,
  });
  return isKnown ? new Response(null, { status: 202 }) : nothingHere();
}

/** Answers a provider that calls one address for the whole app. It signs, or shows a secret that the operator has set. */
export async function answerAppHook(
  request: Request,
  { tools, provider }: { tools: ApiTools; provider: string },
): Promise<Response> {
  if (!isAppHook(provider)) return nothingHere();
  const notice = await tools.hearing.ofApp(provider, await callOf(request));
  if (notice?.kind === "prove") return text(notice.text.slice(0, 2000));
  if (notice?.kind !== "look") return nothingHere();
  const { identity } = createRequestContext(tools, "web", request.headers, "rest");
  await receiveAppHook(identity, { provider, accounts: (notice.accounts ?? []).slice(0, 10_000) });
  return new Response(null, { status: 200 });
}

function isAppHook(provider: string): provider is AppHook {
  return provider === "dropbox" || provider === "google";
}

async function callOf(request: Request): Promise<HookCall> {
  const body = await boundedBody(request, { mostBytes: BODY_BYTES }).arrayBuffer();
  return {
    method: request.method,
    query: new URL(request.url).searchParams,
    header: (name) => request.headers.get(name),
    body: new Uint8Array(body),
  };
}

/** The same delivery, sent twice, has the same name. */
function deliveryOf({ header, body }: HookCall): string {
  const number = header("x-goog-message-number");
  const channel = header("x-goog-channel-id");
  if (number !== null && channel !== null) return `${channel}/${number}`.slice(0, 300);
  return createHash("sha256").update(body).digest("hex");
}

function nothingHere(): Response {
  return new Response(null, { status: 404 });
}

function text(given: string): Response {
  return new Response(given, {
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
  });
}
