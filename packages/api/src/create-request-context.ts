import { randomUUID } from "node:crypto";

import type { WorkspaceContext } from "@besunny/core/context";
import { notFound } from "@besunny/core/errors";
import { checkApiKey } from "@besunny/core/identity/check-api-key";
import { type CheckedSession, checkSession } from "@besunny/core/identity/check-session";
import { isStorable } from "@besunny/core/unstorable-text";
import { bearerOf, isApiKey } from "./auth/bearer";
import { cookieOf } from "./auth/cookies";
import { sessionIdOf } from "./auth/session-cookie";
import { countWrongKey } from "./auth/wrong-keys";
import { clientAddress } from "./client-address";
import type { ApiTools, App, RequestContext } from "./request-context";

export const workspaceCookie = "besunny.workspace";

export function createRequestContext(tools: ApiTools, app: App, headers: Headers): RequestContext {
  const ip = clientAddress(headers, tools.trustedProxies);
  const traceId = traceIdOf(headers);
  const identity = tools.identityContext({
    ip,
    userAgent: headers.get("user-agent") ?? "",
  });
  const session = once(findSession);

  return {
    app,
    traceId,
    log: tools.log,
    urls: tools.urls,
    identity,
    session,
    workspace: once(() => findWorkspace(session)),
    workspaceNow: () => findWorkspace(findSession),
    async platform() {
      const current = app === "admin" ? await session() : null;
      if (!current?.user.isPlatformAdmin) return null;
      return tools.platformContext({ kind: "platformAdmin", id: current.user.id });
    },
  };

  async function findSession(): Promise<CheckedSession | null> {
    const sessionId = await sessionIdOf(headers, app, tools);
    if (!sessionId) return null;
    const workspaceId = headers.get("x-workspace-id") ?? cookieOf(headers, workspaceCookie);
    const isName = workspaceId && isStorable(workspaceId);
    return checkSession(identity, { sessionId, app, ...(isName && { workspaceId }) });
  }

  async function findWorkspace(
    sessionOf: () => Promise<CheckedSession | null>,
  ): Promise<WorkspaceContext | null> {
    const token = bearerOf(headers);
    const found = isApiKey(token)
      ? await checkApiKey(identity, { key: token })
      : (await sessionOf())?.current;
    if (isApiKey(token) && !found) await countWrongKey(tools, { address: ip, traceId });
    // A cookie's wish gives way; what is named in a request is meant, and nothing is done elsewhere instead.
    const named = headers.get("x-workspace-id");
    if (found && named && found.workspaceId !== named) notFound("Workspace", named);
    return found ? tools.workspaceContext(found.workspaceId, found.actor) : null;
  }
}

/** The caller's id for the request where it gave one that is safe to log, else a new one. */
export function traceIdOf(headers: Headers): string {
  const given = headers.get("x-trace-id");
  return given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= compute();
    return result;
  };
}
