import type { PlatformContext } from "../context";
import type { PlatformCaller } from "./platform-caller";
import { tableOnce } from "./table-once";

type Found = PlatformContext & { isWithin: boolean };

const contexts = tableOnce<Found>("platform-callers");

/** Returns a caller for the context; see `callerOf` for `isWithin`. */
export function platformCallerOf(ctx: PlatformContext, { isWithin = false } = {}): PlatformCaller {
  const caller = asCaller({ actor: ctx.actor, traceId: ctx.traceId });
  contexts.set(caller, { ...ctx, isWithin });
  return caller;
}

/** Returns the context of a caller. Throws for a copy of a caller. */
export function platformContextOf(given: PlatformCaller | PlatformContext): Found {
  if ("db" in given) return { ...given, isWithin: false };
  const found = contexts.get(given);
  if (!found) throw new Error("This caller was copied; only the one that was made has a context");
  return found;
}

/** The brand exists only for the compiler. */
function asCaller(fields: Pick<PlatformCaller, "actor" | "traceId">): PlatformCaller {
  return Object.freeze(fields) as PlatformCaller;
}
