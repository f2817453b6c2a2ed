import type { IdentityContext } from "@besunny/core/context";
import type { Caller } from "@besunny/core/operation/caller";
import type { Door } from "@besunny/core/operation/door";
import type { PlatformCaller } from "@besunny/core/operation/platform-caller";

import { mustOffer } from "../offer";
import type { RequestContext } from "../request-context";
import { platformProcedure, publicProcedure, workspaceProcedure } from "./init";

type Operation<Given, Raw, Output> = ((
  caller: Given,
  raw: Raw,
  signal?: AbortSignal,
) => Promise<Output>) & { readonly name: string; readonly doors: readonly Door[] };

/** A procedure's input, which may be left out where every field of it may. */
type Asked<Raw> = Record<never, never> extends Raw ? Raw | undefined : Raw;

/**
 * Returns the procedure of an operation that reads, for people of a workspace. `inWords` translates what the operation says in English,
 * into the language of the page.
 */
export function query<Raw, Output>(
  operation: Operation<Caller, Raw, Output>,
  inWords: (output: Output, tell: RequestContext["tell"]) => Output = (output) => output,
) {
  mustOffer(operation, "web");
  return workspaceProcedure
    .meta({ operation: operation.name })
    .input(unread<Raw>)
    .query(async ({ ctx, input, signal }) =>
      inWords(await operation(ctx.workspace, given<Raw>(input), signal), ctx.tell),
    );
}

/** Returns the procedure of an operation that changes something, for people of a workspace. */
export function mutation<Raw, Output>(operation: Operation<Caller, Raw, Output>) {
  mustOffer(operation, "web");
  return workspaceProcedure
    .meta({ operation: operation.name })
    .input(unread<Raw>)
    .mutation(({ ctx, input, signal }) => operation(ctx.workspace, given<Raw>(input), signal));
}

/** Returns the procedure of an operation that reads across workspaces, for platform admins. */
export function platformQuery<Raw, Output>(operation: Operation<PlatformCaller, Raw, Output>) {
  mustOffer(operation, "admin");
  return platformProcedure
    .meta({ operation: operation.name })
    .input(unread<Raw>)
    .query(({ ctx, input }) => operation(ctx.platform, given<Raw>(input)));
}

/** Returns the procedure of an operation that changes something across workspaces, for platform admins. */
export function platformMutation<Raw, Output>(operation: Operation<PlatformCaller, Raw, Output>) {
  mustOffer(operation, "admin");
  return platformProcedure
    .meta({ operation: operation.name })
    .input(unread<Raw>)
    .mutation(({ ctx, input }) => operation(ctx.platform, given<Raw>(input)));
}

/** Returns the procedure of an operation on accounts that reads, for anybody. */
export function publicQuery<Raw, Output>(operation: Operation<IdentityContext, Raw, Output>) {
  mustOffer(operation, "web");
  return publicProcedure
    .meta({ operation: operation.name })
    .input(unread<Raw>)
    .query(({ ctx, input }) => operation(ctx.identity, given<Raw>(input)));
}

/** Returns the procedure of an operation on accounts that changes something, for anybody. */
export function publicMutation<Raw, Output>(operation: Operation<IdentityContext, Raw, Output>) {
  mustOffer(operation, "web");
  return publicProcedure
    .meta({ operation: operation.name })
    .input(unread<Raw>)
    .mutation(({ ctx, input }) => operation(ctx.identity, given<Raw>(input)));
}

/** Passes an input on as it came: the operation reads it, after it has asked for the right. The type is what clients may send. */
function unread<Raw>(raw: unknown): Asked<Raw> {
  return raw as Asked<Raw>;
}

/** An input that was left out is one without fields; the operation checks what it holds. */
function given<Raw>(asked: unknown): Raw {
  return (asked ?? {}) as Raw;
}
