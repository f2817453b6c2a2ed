import { AppError } from "@besunny/core/errors";

import { answerAuth } from "./auth/answer-auth";
import { authOptions, type SignInOutcome } from "./auth/auth-options";
import { challengeCookie, deviceCookie } from "./auth/device-cookie";
import { answerSso } from "./auth/sso/answer-sso";
import { boundedBody } from "./bounded-body";
import { createRequestContext } from "./create-request-context";
import { mayLookInside } from "./front/may-look-inside";
import { answerBillingHook } from "./hooks/answer-billing-hook";
import { answerAppHook, answerHook } from "./hooks/answer-hook";
import { answerInbound } from "./hooks/answer-inbound";
import { answerSlack, answerSlackCallback } from "./hooks/answer-slack";
import { type Limits, limitsOf } from "./limits/limits";
import { type OpenedDashboard, openedDashboard } from "./link/answer-dashboard-link";
import { answerLink, type OpenedLink, openedLink } from "./link/answer-link";
import { answerCallback } from "./oauth/answer-callback";
import { answerLiveness, answerReadiness } from "./readiness";
import type { ApiTools, App, RequestContext } from "./request-context";
import { problem } from "./rest/problem";
import { createRest } from "./rest/rest";
import { isForged } from "./same-origin";
import { sealed } from "./sealed";
import { asSession } from "./session";
import { traceIdOf } from "./trace-id";
import { answerTrpc, type Told } from "./trpc/answer-trpc";
import { callerOf } from "./trpc/router";
import { createUploadHandler } from "./upload/upload-handler";

type Handler = (request: Request) => Promise<Response>;
type Made = { tools: ApiTools; limits: Limits; upload: Handler; rest: Handler };

/** A form for next-auth: an address, a password, a token. */
const AUTH_BODY_BYTES = 64 * 1024;

/** Everything that an app mounts; `told` says the refusals of procedures in the languages of the app. The tools are asked for at the first request, never while Next builds. */
export function createHandlers(
  findTools: () => Promise<ApiTools>,
  { app, told = {} }: { app: App; told?: Told },
) {
  let made: Promise<Made> | undefined;
  const ready = () => {
    made ??= findTools().then((tools) => {
      const limits = limitsOf(tools);
      const upload = createUploadHandler(tools);
      return { tools, limits, upload, rest: createRest(tools, app, limits) };
    });
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
    trpc: guarded((request, { tools, limits }) =>
      answerTrpc(request, { tools, app, limits, told }),
    ),
    upload: guarded((request, { upload }) => upload(request)),
    rest: guarded((request, { rest }) => rest(request)),

    link: guarded(answerLink),

    /** People come here from the page of a provider, and not from one of ours: the state proves who began. */
    oauthCallback: async (request: Request) =>
      sealed(await answerCallback(request, (await ready()).tools)),

    /** People come here from their organisation, and its server calls here: state, ticket and signatures prove who it is. */
    sso: async (request: Request, path: readonly string[]) =>
      sealed(await answerSso(request, { tools: (await ready()).tools, path })),

    /** Providers call here. The address and the secret prove it. */
    hook: async (request: Request, token: string) =>
      sealed(await answerHook(request, { tools: (await ready()).tools, token })),

    /** Others send to a workspace here. The address, and a signature over the body, prove them. */
    inbound: async (request: Request, token: string) =>
      sealed(await answerInbound(request, { ...(await ready()), token })),

    /** Slack tells of clicks here. It signs what it sends. */
    slack: async (request: Request) => sealed(await answerSlack(request, await ready())),

    /** Admins come here from the page of Slack: the state proves who began. */
    slackCallback: async (request: Request) =>
      sealed(await answerSlackCallback(request, (await ready()).tools)),

    /** Providers call here that have one address for the whole app. */
    appHook: async (request: Request, provider: string) =>
      sealed(await answerAppHook(request, { tools: (await ready()).tools, provider })),

    /** The payment provider calls here. It signs what it says. */
    billingHook: async (request: Request) =>
      sealed(await answerBillingHook(request, (await ready()).tools)),

    /** The document of a link, for its page; null if the link has ended or too many were tried. */
    async linked(headers: Headers, token: string): Promise<OpenedLink | null> {
      return openedLink(await ready(), { headers, token }).catch((error: unknown) => {
        if (error instanceof AppError) return null;
        throw error;
      });
    },

    /** The dashboard of a link, for its page; null if the link has ended or too many were tried. */
    async linkedDashboard(
      headers: Headers,
      asked: { token: string; range: string | undefined },
    ): Promise<OpenedDashboard | null> {
      return openedDashboard(await ready(), { headers, ...asked }).catch((error: unknown) => {
        if (error instanceof AppError) return null;
        throw error;
      });
    },

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
      const outcome: SignInOutcome = {};
      const bounded = boundedBody(request, { mostBytes: AUTH_BODY_BYTES });
      const answer = await answerAuth(bounded, {
        path: (await context.params).nextauth,
        options: authOptions({ tools, app, headers: request.headers, outcome }),
        origin: tools.urls[app],
      }).catch((error: unknown) => refusal(error, request.headers));
      return withOutcome(answer, outcome, {
        device: (device) => deviceCookie(device, app, tools),
        challenge: (challenge) => challengeCookie(challenge, app, tools),
      });
    },

    health: answerLiveness,

    async readiness({ headers }: Request): Promise<Response> {
      const tools = await findTools().catch(() => null);
      return answerReadiness(
        async () => (await ready()).tools.health,
        mayLookInside(Object.fromEntries(headers), tools?.metricsToken),
      );
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

/** Says what next-auth does not: which browser this is from now on, and when a refused person may come back. */
function withOutcome(
  { body, status, headers }: Response,
  { device, challenge, retryAfterSeconds }: SignInOutcome,
  asCookie: Record<"device" | "challenge", (value: string) => string>,
): Response {
  if (device) headers.append("set-cookie", asCookie.device(device));
  if (challenge !== undefined) headers.append("set-cookie", asCookie.challenge(challenge));
  if (retryAfterSeconds) headers.set("retry-after", String(Math.ceil(retryAfterSeconds)));
  return new Response(body, { status: retryAfterSeconds ? 429 : status, headers });
}

/** Returns the answer to a request that was refused before next-auth saw it. */
function refusal(error: unknown, headers: Headers): Response {
  if (!(error instanceof AppError)) throw error;
  return problem(error, traceIdOf(headers));
}
