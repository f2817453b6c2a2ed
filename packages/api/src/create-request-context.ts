import { notFound, suspended } from "@besunny/core/errors";
import { checkApiKey } from "@besunny/core/identity/check-api-key";
import { type CheckedSession, checkSession } from "@besunny/core/identity/check-session";
import { languageAsked } from "@besunny/core/language";
import type { Caller } from "@besunny/core/operation/caller";
import type { Door } from "@besunny/core/operation/door";
import { isStorable } from "@besunny/core/unstorable-text";
import { bearerOf, isApiKey } from "./auth/bearer";
import { cookieOf } from "./auth/cookies";
import { sessionIdOf } from "./auth/session-cookie";
import { countWrongKey } from "./auth/wrong-keys";
import { clientAddress } from "./client-address";
import type { ApiTools, App, RequestContext } from "./request-context";
import { traceIdOf } from "./trace-id";

export const workspaceCookie = "besunny.workspace";

/** Returns the context of one request at a door; who sent it is looked up when somebody asks. */
export function createRequestContext(
  tools: ApiTools,
  app: App,
  headers: Headers,
  door: Door = app,
): RequestContext {
  const ip = clientAddress(headers, tools.trustedProxies);
  const traceId = traceIdOf(headers);
  const language = languageAsked(headers.get("accept-language") ?? "");
  const from = { ip, userAgent: headers.get("user-agent") ?? "" };
  const by = { door, traceId, from };
  const identity = tools.identityContext({ door, traceId, ...from, language });
  const session = once(findSession);

  return {
    app,
    traceId,
    language,
    tell: (english) => english,
    log: tools.log,
    urls: tools.urls,
    changes: tools.changes,
    identity,
    session,
    workspace: once(() => findWorkspace(session)),
    workspaceNow: () => findWorkspace(findSession),
    everyWorkspace,
    async platform() {
      const current = app === "admin" ? await session() : null;
      if (!current?.user.isPlatformAdmin) return null;
      const { user, sessionId } = current;
      return tools.platformCaller({ kind: "platformAdmin", id: user.id, sessionId }, by);
    },
  };

  async function findSession(): Promise<CheckedSession | null> {
    const sessionId = await sessionIdOf(headers, app, tools);
    if (!sessionId) return null;
    const workspaceId = headers.get("x-workspace-id") ?? cookieOf(headers, workspaceCookie);
    const isName = workspaceId && isStorable(workspaceId);
    return checkSession(identity, { sessionId, app, ...(isName && { workspaceId }) });
  }

  async function everyWorkspace(): Promise<Caller[]> {
    const person = await session();
    const callers: Caller[] = [];
    for (const { id } of person?.workspaces ?? []) {
      const { sessionId } = person ?? { sessionId: "" };
      const there = (await checkSession(identity, { sessionId, app, workspaceId: id }))?.current;
      if (there?.workspaceId === id) callers.push(tools.workspaceCaller(id, there.actor, by));
    }
    return callers;
  }

  async function findWorkspace(
    sessionOf: () => Promise<CheckedSession | null>,
  ): Promise<Caller | null> {
    const token = bearerOf(headers);
    const session = isApiKey(token) ? null : await sessionOf();
    const found = isApiKey(token) ? await checkApiKey(identity, { key: token }) : session?.current;
    if (isApiKey(token) && !found) await countWrongKey(tools, { address: ip, traceId });
    // A workspace from the cookie is only a wish. A workspace that the request names is used, or the request fails.
    const named = headers.get("x-workspace-id");
    const closed = session?.suspended;
    if (closed && (!found || named === closed.id))
      throw suspended(`The workspace ${closed.name} is suspended`);
    if (found && named && found.workspaceId !== named) notFound("Workspace", named);
    return found ? tools.workspaceCaller(found.workspaceId, found.actor, by) : null;
  }
}

function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= compute();
    return result;
  };
}
