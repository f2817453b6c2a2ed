import { takeBillingEvent } from "@besunny/core/platform/billing/take-billing-event";

import { boundedBody } from "../bounded-body";
import type { ApiTools } from "../request-context";
import { traceIdOf } from "../trace-id";

const BODY_BYTES = 1024 ** 2;

/**
 * Answers the payment provider. The signature is over the raw body, so the body is read as it came. An error is thrown, and the provider says it again
 * later.
 */
export async function answerBillingHook(request: Request, tools: ApiTools): Promise<Response> {
  const { billing } = tools;
  if (billing.kind === "none") return new Response(null, { status: 404 });
  const signature = request.headers.get("stripe-signature") ?? "";
  const body = await boundedBody(request, { mostBytes: BODY_BYTES }).text();
  const event = billing.hear(body, signature);
  if (!event) return new Response(null, { status: 400 });
  const by = { door: "job", traceId: traceIdOf(request.headers) } as const;
  const caller = tools.platformCaller({ kind: "job", name: "take-billing" }, by);
  await takeBillingEvent(caller, event);
  return new Response(null, { status: 200 });
}
