import { AppError } from "@besunny/core/errors";
import { receiveSlack } from "@besunny/core/identity/hooks/receive-slack";
import { knownTrouble } from "@besunny/core/known-trouble";
import { answerClick } from "@besunny/core/slack/answer-click";
import { finishInstalling } from "@besunny/core/slack/finish-installing";

import { boundedBody } from "../bounded-body";
import { createRequestContext } from "../create-request-context";
import type { Limits } from "../limits/limits";
import { headersOfRefusal } from "../limits/too-many-requests";
import type { ApiTools } from "../request-context";
import { problem } from "../rest/problem";

const BODY_BYTES = 256 * 1024;
/** Slack waits three seconds for an answer. What takes longer goes on without it. */
const ANSWER_MS = 2_000;

/**
 * Answers a click in Slack. The signature is over the raw body, so the body is read as it came. A request that Slack did not sign finds nothing here.
 */
export async function answerSlack(
  request: Request,
  { tools, limits }: { tools: ApiTools; limits: Limits },
): Promise<Response> {
  const { identity, traceId } = createRequestContext(tools, "web", request.headers, "rest");
  try {
    const body = await boundedBody(request, { mostBytes: BODY_BYTES }).text();
    const timestamp = request.headers.get("x-slack-request-timestamp") ?? "";
    const signature = request.headers.get("x-slack-signature") ?? "";
    const found = await receiveSlack(identity, { body, signed: { timestamp, signature } });
    if (!found.isProven) {
      await limits.takeOpening({ address: identity.ip });
      return new Response(null, { status: 401 });
    }
    if (!found.click) return new Response(null, { status: 200 });
    const { workspaceId, actor, ...click } = found.click;
    const from = { ip: identity.ip, userAgent: identity.userAgent };
    const caller = tools.workspaceCaller(workspaceId, actor, { door: "rest", traceId, from });
    const work = answerClick(caller, { ...click, webUrl: tools.urls.web }).catch(
      (error: unknown) => {
        tools.log.warn({ error, traceId }, "a click in Slack was not answered to its end");
      },
    );
    await Promise.race([work, new Promise((resolve) => setTimeout(resolve, ANSWER_MS).unref())]);
    return new Response(null, { status: 200 });
  } catch (error) {
    return problem(knownTrouble(error) ?? error, traceId, { headers: headersOfRefusal(error) });
  }
}

/** Takes an admin in who comes back from Slack, and sends them to the settings. The page learns how it ended, and gets no code. */
export async function answerSlackCallback(request: Request, tools: ApiTools): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const [workspaceId, sealedState = ""] = (searchParams.get("state") ?? "").split(".");
  const code = searchParams.get("code");
  const context = createRequestContext(tools, "web", request.headers);
  const back = (said: Record<string, string>) => {
    const target = new URL("/settings/slack", tools.urls.web);
    for (const [name, value] of Object.entries(said)) target.searchParams.set(name, value);
    return new Response(null, {
      status: 303,
      headers: {
        location: target.toString(),
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
      },
    });
  };
  const [caller] = (await context.session())
    ? (await context.everyWorkspace()).filter((each) => each.workspaceId === workspaceId)
    : [];
  if (!caller) return back({ slack: "ended" });
  if (!code) return back({ slack: "refused" });
  try {
    await finishInstalling(caller, { code, sealedState });
    return back({ slack: "connected" });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return back({ slack: "failed", problem: error.message });
  }
}
