import { randomUUID } from "node:crypto";

import type { WorkspaceContext } from "@besunny/core/context";
import { checkApiKey } from "@besunny/core/identity/check-api-key";
import { type CheckedSession, checkSession } from "@besunny/core/identity/check-session";
import { isStorable } from "@besunny/core/unstorable-text";
import { bearerOf, isApiKey } from "./auth/bearer";
import { cookieOf } from "./auth/cookies";
import { sessionIdOf } from "./auth/session-cookie";
import type { ApiTools, App, RequestContext } from "./request-context";

export const workspaceCookie = "besunny.workspace";

export function createRequestContext(tools: ApiTools, app: App, headers: Headers): RequestContext {
  const identity = tools.identityContext({
    ip: headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "local",
    userAgent: headers.get("user-agent") ?? "",
  });
  const session = once(findSession);

  return {
    app,
    traceId: traceIdOf(headers),
    log: tools.log,
    urls: tools.urls,
    identity,
    session,
    workspace: once(findWorkspace),
    async platform() {
      const current = app === "admin" ? await session() : null;
      if (!current?.user.isPlatformAdmin) return null;
      return tools.platformContext({ kind: "platformAdmin", id: current.user.id });
    },
  };

  async function findSession(): Promise<CheckedSession | null> {
    const sessionId = await sessionIdOf(headers, app, tools.authSecret);
    if (!sessionId) return null;
    const workspaceId = headers.get("x-workspace-id") ?? cookieOf(headers, workspaceCookie);
    const isName = workspaceId && isStorable(workspaceId);
    return checkSession(identity, { sessionId, app, ...(isName && { workspaceId }) });
  }

  async function findWorkspace(): Promise<WorkspaceContext | null> {
    const token = bearerOf(headers);
    const found = isApiKey(token)
      ? await checkApiKey(identity, { key: token })
      : (await session())?.current;
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
