import { AppError } from "@besunny/core/errors";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

import { answerAuth } from "./auth/answer-auth";
import { authOptions } from "./auth/auth-options";
import { createRequestContext, traceIdOf } from "./create-request-context";
import type { ApiTools, App, RequestContext } from "./request-context";
import { problem } from "./rest/problem";
import { createRest } from "./rest/rest";
import { isForged } from "./same-origin";
import { sealed } from "./sealed";
import { asSession } from "./session";
import { appRouter, callerOf } from "./trpc/router";
import { createUploadHandler } from "./upload/upload-handler";

type Handler = (request: Request) => Promise<Response>;
type Made = { tools: ApiTools; upload: Handler; rest: Handler };

/** Everything that an app mounts. The tools are asked for at the first request, never while Next builds. */
export function createHandlers(findTools: () => Promise<ApiTools>, { app }: { app: App }) {
  let made: Promise<Made> | undefined;
  const ready = () => {
    made ??= findTools().then((tools) => ({
      tools,
      upload: createUploadHandler(tools),
      rest: createRest(tools, app),
    }));
    made.catch(() => {
      made = undefined;
    });
    return made;
  };

  /** Requests that change something come from our own pages, or carry a key instead of a cookie. */
  const guarded =
    (handle: (request: Request, made: Made) => Promise<Response>): Handler =>
    async (request) => {
      if (isForged(request))
        return sealed(
          problem(
            new AppError("FORBIDDEN", "Cross-site requests are refused"),
            traceIdOf(request.headers),
          ),
        );
      return sealed(await handle(request, await ready()));
    };

  return {
    trpc: guarded((request, { tools }) =>
      fetchRequestHandler({
        endpoint: "/api/trpc",
        req: request,
        router: appRouter,
        createContext: () => createRequestContext(tools, app, request.headers),
      }),
    ),
    upload: guarded((request, { upload }) => upload(request)),
    rest: guarded((request, { rest }) => rest(request)),

    /** Every path below /api where there is nothing: what programs ask is answered as programs read it. */
    async nothing({ url, headers }: Request): Promise<Response> {
      const error = new AppError("NOT_FOUND", `There is nothing at ${new URL(url).pathname}`, {
        hint: "The API is at /api/v1; /api/v1/openapi.json tells of it.",
      });
      return sealed(problem(error, traceIdOf(headers)));
    },

    /** next-auth's own routes; it checks its CSRF token itself. */
    async auth(
      request: Request,
      context: { params: Promise<{ nextauth: string[] }> },
    ): Promise<Response> {
      const { tools } = await ready();
      return answerAuth(request, {
        path: (await context.params).nextauth,
        options: authOptions(tools, app),
        origin: tools.urls[app],
      });
    },

    async health(): Promise<Response> {
      try {
        await (await ready()).tools.ping();
        return Response.json({ status: "ok" });
      } catch {
        return problem(new Error("The database does not answer"), "health");
      }
    },

    async session(headers: Headers) {
      return asSession(await (await context(headers)).session());
    },

    /** The procedures, called in process by server components. */
    async caller(headers: Headers) {
      return callerOf(await context(headers));
    },
  };

  async function context(headers: Headers): Promise<RequestContext> {
    return createRequestContext((await ready()).tools, app, headers);
  }
}
