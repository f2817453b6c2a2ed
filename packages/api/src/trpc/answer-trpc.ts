import { knownTrouble } from "@besunny/core/known-trouble";
import type { Language } from "@besunny/core/language";
import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

import { boundedBody } from "../bounded-body";
import { MOST_CALLS } from "../client/most-calls";
import { createRequestContext } from "../create-request-context";
import { type Counted, countedOf, type Limits } from "../limits/limits";
import { headersOfRefusal } from "../limits/too-many-requests";
import type { ApiTools, App, RequestContext } from "../request-context";
import { trpcCodes } from "./init";
import { appRouter } from "./router";

const BODY_BYTES = 1024 ** 2;
const STRANGERS_BODY_BYTES = 64 * 1024;

/** A translation of the English messages of refusals for each language that has one. */
export type Told = { readonly [language in Language]?: RequestContext["tell"] };

/** The procedures over HTTP. Who asks is known, and the calls are counted, before anything of the body is read. */
export async function answerTrpc(
  request: Request,
  { tools, app, limits, told }: { tools: ApiTools; app: App; limits: Limits; told: Told },
): Promise<Response> {
  const plain = createRequestContext(tools, app, request.headers);
  const ctx = { ...plain, tell: told[plain.language] ?? plain.tell };
  const caller = callerOf(ctx, request.headers);
  const mostBytes = (await isKnown(caller)) ? BODY_BYTES : STRANGERS_BODY_BYTES;

  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: boundedBody(request, { mostBytes }),
    router: appRouter,
    maxBatchSize: MOST_CALLS,
    // Questions that are too long for an address come in a body.
    allowMethodOverride: true,
    async createContext({ info, resHeaders }) {
      const called = info.calls.map(({ path }) => operationAt(path));
      try {
        const { rateLimit, policy } = await limits.takeCalls(await caller, called);
        resHeaders.set("RateLimit", rateLimit);
        resHeaders.set("RateLimit-Policy", policy);
      } catch (error) {
        throw asRefusal(error, resHeaders);
      }
      return ctx;
    },
  });
}

async function callerOf(ctx: RequestContext, headers: Headers): Promise<Counted> {
  const address = ctx.identity.ip;
  const workspace = await ctx.workspace();
  if (workspace) return countedOf(workspace, { headers, address });
  const session = await ctx.session();
  return session
    ? { address, person: session.user.id, workspaceId: null, token: null }
    : { address };
}

/** A caller whose lookup fails counts as a stranger. Counting the calls then throws the reason. */
function isKnown(caller: Promise<Counted>): Promise<boolean> {
  return caller.then(
    (found) => "person" in found,
    () => false,
  );
}

function asRefusal(error: unknown, headers: Headers): unknown {
  const known = knownTrouble(error);
  if (!known) return error;
  const { code, message } = known;
  for (const [name, value] of Object.entries(headersOfRefusal(known))) headers.set(name, value);
  return new TRPCError({ code: trpcCodes[code], message, cause: known });
}

/** Returns the name of the operation that a path calls; undefined where there is none. */
function operationAt(path: string): string | undefined {
  return proceduresOf(appRouter)[path]?._def.meta?.operation;
}

/** At run time a router holds its procedures by their paths; the types nest them. */
function proceduresOf(router: { _def: { procedures: object } }) {
  return router._def.procedures as Record<
    string,
    { _def: { meta?: { operation?: string } } } | undefined
  >;
}
