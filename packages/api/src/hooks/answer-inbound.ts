import { randomUUID } from "node:crypto";

import { receiveInbound } from "@besunny/core/identity/hooks/receive-inbound";
import { knownTrouble } from "@besunny/core/known-trouble";
import { receiveDelivery } from "@besunny/core/webhooks/inbound/receive-delivery";

import { boundedBody } from "../bounded-body";
import { createRequestContext } from "../create-request-context";
import { countedOf, type Limits } from "../limits/limits";
import { headersOfRefusal } from "../limits/too-many-requests";
import type { ApiTools } from "../request-context";
import { problem } from "../rest/problem";

const BODY_BYTES = 1024 ** 2;
/** A byte order mark is signed too. */
const asWritten = new TextDecoder("utf-8", { ignoreBOM: true });
const TOKEN = /^[\w-]{20,200}$/;

/**
 * Answers a sender at an address of a workspace. The signature is over the raw body, so the body is read as it came. It answers 202 with the id of the
 * delivery. Who does not know the address, or cannot sign, finds nothing here.
 */
export async function answerInbound(
  request: Request,
  { tools, limits, token }: { tools: ApiTools; limits: Limits; token: string },
): Promise<Response> {
  const { identity, traceId } = createRequestContext(tools, "web", request.headers, "rest");
  try {
    if (!TOKEN.test(token)) return new Response(null, { status: 404 });
    const bytes = await boundedBody(request, { mostBytes: BODY_BYTES }).arrayBuffer();
    const body = new Uint8Array(bytes);
    const { hook, isProven } = await receiveInbound(identity, {
      token,
      body: asWritten.decode(body),
      headers: headersOf(request.headers),
    });
    const address = identity.ip;
    if (!hook) {
      await limits.takeOpening({ address });
      return new Response(null, { status: 404 });
    }
    await limits.takeUpload(countedOf(hook, { headers: request.headers, address }), request);
    const from = { ip: identity.ip, userAgent: identity.userAgent };
    const by = { door: "rest", traceId, from } as const;
    const { id } = await receiveDelivery(tools.workspaceCaller(hook.workspaceId, hook.actor, by), {
      id: hook.id,
      remoteId: deliveryOf(request.headers, isProven),
      body,
      mediaType:
        (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ||
        "application/octet-stream",
      fileName: nameIn(request.headers.get("content-disposition")),
    });
    return Response.json({ id }, { status: 202 });
  } catch (error) {
    return problem(knownTrouble(error) ?? error, traceId, { headers: headersOfRefusal(error) });
  }
}

function headersOf(headers: Headers) {
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const signature = headers.get("webhook-signature");
  return id !== null && timestamp !== null && signature !== null
    ? { id, timestamp, signature }
    : null;
}

/** A sender that names no delivery sends a new one each time. */
function deliveryOf(headers: Headers, isProven: boolean): string {
  const named = headers.get("webhook-id") ?? (isProven ? null : headers.get("idempotency-key"));
  return named?.slice(0, 300) || randomUUID();
}

function nameIn(disposition: string | null): string | null {
  return disposition?.match(/filename="([^"]{1,255})"/)?.[1] ?? null;
}
