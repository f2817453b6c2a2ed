import { AppError } from "@besunny/core/errors";
import { receiveLogout } from "@besunny/core/identity/sso/receive-logout";

import { boundedBody } from "../../bounded-body";
import { createRequestContext } from "../../create-request-context";
import type { ApiTools } from "../../request-context";
import { problem } from "../../rest/problem";
import { traceIdOf } from "../../trace-id";

const BODY_BYTES = 64 * 1024;

/** Takes the logout token of an issuer (OpenID Connect Back-Channel Logout 1.0). 400 tells that it was not accepted. */
export async function answerLogout(
  request: Request,
  { tools, connectionId }: { tools: ApiTools; connectionId: string },
): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  const ctx = createRequestContext(tools, "web", request.headers, "rest");
  try {
    const body = await boundedBody(request, { mostBytes: BODY_BYTES }).text();
    const token = new URLSearchParams(body).get("logout_token") ?? "";
    await receiveLogout(ctx.identity, { connectionId, token });
    return new Response(null, { status: 200, headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const status = error.code === "RATE_LIMITED" ? 429 : 400;
    return problem(error, traceIdOf(request.headers), { status, headers });
  }
}
