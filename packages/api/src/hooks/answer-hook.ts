import { createHash } from "node:crypto";
import { receiveHook } from "@besunny/core/identity/hooks/receive-hook";
import { z } from "zod";

import { boundedBody } from "../bounded-body";
import { createRequestContext } from "../create-request-context";
import type { ApiTools } from "../request-context";

const BODY_BYTES = 1024 ** 2;

/** The messages of Microsoft: changes, each with the secret of the subscription. */
const Changes = z.object({ value: z.array(z.object({ clientState: z.string() })).min(1) });

/**
 * Answers a provider that says "look now". It is answered at once, and nothing of what it sends is read but its secret. A new subscription of Microsoft is
 * proven by its token. Who does not know the address or the secret finds nothing here.
 */
export async function answerHook(
  request: Request,
  { tools, token }: { tools: ApiTools; token: string },
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const proof = searchParams.get("validationToken");
  if (proof !== null) return text(proof.slice(0, 2000));
  const body = await boundedBody(request, { mostBytes: BODY_BYTES }).text();
  const { identity } = createRequestContext(tools, "web", request.headers, "rest");
  const { isKnown } = await receiveHook(identity, {
    token,
    secret: secretOf(request.headers, body),
    remoteId: deliveryOf(request.headers, body),
  });
  return isKnown ? new Response(null, { status: 202 }) : new Response(null, { status: 404 });
}

function secretOf(headers: Headers, body: string): string | null {
  const ofGoogle = headers.get("x-goog-channel-token");
  if (ofGoogle !== null) return ofGoogle;
  const changes = Changes.safeParse(objectIn(body)).data?.value ?? [];
  const [first] = changes;
  return changes.every(({ clientState }) => clientState === first?.clientState)
    ? (first?.clientState ?? null)
    : null;
}

/** The same delivery, sent twice, has the same name. */
function deliveryOf(headers: Headers, body: string): string {
  const number = headers.get("x-goog-message-number");
  const channel = headers.get("x-goog-channel-id");
  if (number !== null && channel !== null) return `${channel}/${number}`.slice(0, 300);
  return createHash("sha256").update(body).digest("hex");
}

function objectIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function text(given: string): Response {
  return new Response(given, {
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
  });
}
