import { actorIdOf } from "@besunny/core/access/actor";
import { knownTrouble } from "@besunny/core/known-trouble";
import type { Language } from "@besunny/core/language";
import { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";

import { bearerOf } from "../auth/bearer";
import { boundedBody } from "../bounded-body";
import { MOST_CALLS } from "../client/most-calls";
import { createRequestContext } from "../create-request-context";
import type { ApiTools, App, RequestContext } from "../request-context";
import type { Counted, Limits } from "../rest/rate-limit";
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
      const paths = info.calls.map(({ path }) => path);
      try {
        resHeaders.set("RateLimit", await limits.takeCalls(await caller, paths));
      } catch (error) {
        throw asRefusal(error, resHeaders);
      }
      return ctx;
    },
  });
}

async function callerOf(ctx: RequestContext, headers: Headers): Promise<Counted> {
  const workspace = await ctx.workspace();
  if (workspace) {
    const { actor, workspaceId } = workspace;
    const person = actorIdOf(actor);
    return { person, workspaceId, token: bearerOf(headers) ?? null };
  }
  const session = await ctx.session();
  if (!session) return { address: ctx.identity.ip };
  return { person: session.user.id, workspaceId: null, token: null };
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
  const { code, message, retryAfterSeconds } = known;
  if (retryAfterSeconds) headers.set("Retry-After", String(retryAfterSeconds));
  return new TRPCError({ code: trpcCodes[code], message, cause: known });
}
