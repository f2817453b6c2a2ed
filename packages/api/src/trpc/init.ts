import {
  AppError,
  type ErrorCode,
  type FieldError,
  refuseOrganisation,
} from "@besunny/core/errors";
import { knownTrouble } from "@besunny/core/known-trouble";
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { prettifyError, ZodError } from "zod";

import type { RequestContext } from "../request-context";

/** The code of tRPC for each of our codes. */
export const trpcCodes: Record<ErrorCode, TRPCError["code"]> = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  STEP_UP_NEEDED: "FORBIDDEN",
  SECOND_FACTOR_NEEDED: "UNAUTHORIZED",
  NOT_FOUND: "NOT_FOUND",
  INVALID_INPUT: "BAD_REQUEST",
  CONFLICT: "CONFLICT",
  CONFIRMATION_NEEDED: "CONFLICT",
  DUPLICATE: "CONFLICT",
  UNSUPPORTED_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  ENCRYPTED: "UNPROCESSABLE_CONTENT",
  CORRUPT: "UNPROCESSABLE_CONTENT",
  EMPTY: "UNPROCESSABLE_CONTENT",
  NO_TRANSCRIPTION: "UNPROCESSABLE_CONTENT",
  QUOTA_EXCEEDED: "TOO_MANY_REQUESTS",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  PROVIDER_UNAVAILABLE: "SERVICE_UNAVAILABLE",
  STORAGE_FULL: "SERVICE_UNAVAILABLE",
  TIMEOUT: "TIMEOUT",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

/** The data that a procedure declares: the operation that it calls. */
type Meta = { operation: string };

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter({ shape, error, ctx }) {
      const { cause } = error;
      const known = cause instanceof AppError ? cause : null;
      const refused = cause instanceof ZodError ? cause : null;
      const tell = ctx?.tell ?? ((english: string) => english);
      const errors = known?.errors ?? (refused && fieldErrorsOf(refused));
      return {
        code: shape.code,
        message: refused ? prettifyError(refused) : tell(messageOf(error)),
        data: {
          code: known?.code ?? (refused ? "INVALID_INPUT" : codeOf(error.code)),
          httpStatus: shape.data.httpStatus,
          hint: known?.hint ? tell(known.hint) : null,
          errors: errors?.map(({ path, message }) => ({ path, message: tell(message) })) ?? null,
          retryAfterSeconds: known?.retryAfterSeconds ?? null,
          traceId: ctx?.traceId ?? null,
        },
      };
    },
  });

/** Returns the message for the client, without the texts of parsers and libraries. */
function messageOf({ code, message, cause }: TRPCError): string {
  if (cause instanceof AppError) return message;
  if (code === "INTERNAL_SERVER_ERROR") return "Something went wrong inside BeSunny";
  const isLibrarys = code === "PARSE_ERROR" || (code === "BAD_REQUEST" && cause !== undefined);
  return isLibrarys ? "The request could not be read" : message;
}

const translateErrors = t.middleware(async ({ next, ctx, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  const known = knownTrouble(cause);
  if (known)
    throw new TRPCError({ code: trpcCodes[known.code], message: known.message, cause: known });
  if (result.error.code === "INTERNAL_SERVER_ERROR")
    ctx.log.error(
      { error: cause ?? result.error, path, traceId: ctx.traceId },
      "a procedure failed",
    );
  return result;
});

export const router = t.router;
export const createCaller = t.createCallerFactory;

/** Before anybody signed in: sign-up, invitations, who am I. */
export const publicProcedure = t.procedure.use(translateErrors);

/** Somebody is signed in, whatever the workspace, by themselves or by their organisation. */
export const anySessionProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const session = await ctx.session();
  if (!session) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to go on" });
  return next({ ctx: { identity: ctx.identity, person: session } });
});

/** Somebody has signed in by themselves. Sessions of an organisation reach its workspace, and not the account. */
export const personProcedure = anySessionProcedure.use(({ ctx, next }) => {
  if (ctx.person.isOfOrganisation) refuseOrganisation();
  return next();
});

/** In a workspace: what operations of the workspace are called with. */
export const workspaceProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const workspace = await ctx.workspace();
  if (!workspace) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to go on" });
  return next({ ctx: { workspace } });
});

/** Across workspaces, for platform admins alone. */
export const platformProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const platform = await ctx.platform();
  if (!platform)
    throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in as a platform admin to go on" });
  return next({ ctx: { platform } });
});

/** Returns one error for each field that does not fit a procedure's schema. */
function fieldErrorsOf({ issues }: ZodError): FieldError[] {
  return issues.map(({ path, message }) => ({ path: path.join("."), message }));
}

function codeOf(code: TRPCError["code"]): ErrorCode {
  const known = Object.entries(trpcCodes).find(([, trpc]) => trpc === code)?.[0];
  return isErrorCode(known) ? known : "INTERNAL";
}

function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && code in trpcCodes;
}
