import { finishConnecting } from "@besunny/core/connections/finish-connecting";
import { AppError } from "@besunny/core/errors";
import { useConsent } from "@besunny/core/identity/hooks/use-consent";

import { createRequestContext } from "../create-request-context";
import type { ApiTools } from "../request-context";

/**
 * Takes a person in who comes back from a consent, and sends them to the page that they came from. The consent counts once, in the session that began
 * it. The page learns how it ended, and gets no code and no token.
 */
export async function answerCallback(request: Request, tools: ApiTools): Promise<Response> {
  const url = new URL(request.url);
  const state = url.searchParams.get("state") ?? "";
  const context = createRequestContext(tools, "web", request.headers);
  const back = (to: string, said: Record<string, string>) => {
    const target = new URL(to, tools.urls.web);
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

  const consent = await useConsent(context.identity, { state });
  const session = await context.session();
  const isTheirs =
    consent && session?.user.id === consent.userId && session.sessionId === consent.sessionId;
  if (!isTheirs) return back("/sources", { connecting: "ended" });
  try {
    const [caller] = (await context.everyWorkspace()).filter(
      ({ workspaceId }) => workspaceId === consent.workspaceId,
    );
    if (!caller) return back("/sources", { connecting: "ended" });
    // The address as the provider knows it: a proxy may have changed the one of the request.
    const told = new URL(`/api/oauth/callback${url.search}`, tools.urls.web);
    const done = await finishConnecting(caller, { url: told.toString(), state });
    return back(consent.returnTo, {
      connecting: done.outcome,
      ...(done.id && { connection: done.id }),
      ...(done.outcome === "other-account" && done.address && { address: done.address }),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return back(consent.returnTo, { connecting: "failed", problem: error.message });
  }
}
