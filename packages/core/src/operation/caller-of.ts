import type { Person } from "../access/actor";
import type { JobName } from "../access/jobs";
import type { WorkspaceContext } from "../context";
import type { Caller } from "./caller";
import { tableOnce } from "./table-once";

const contexts = tableOnce<WorkspaceContext & { isWithin: boolean }>("callers");

/** Returns a caller for the context. `isWithin` marks calls from within a running operation: they are not limited again. */
export function callerOf(ctx: WorkspaceContext, { isWithin = false } = {}): Caller {
  const { actor, workspaceId, traceId } = ctx;
  const caller = asCaller({ actor, workspaceId, traceId });
  contexts.set(caller, { ...ctx, isWithin });
  return caller;
}

/** Returns the context of a caller. Throws for a copy of a caller; only `callerOf` creates callers. */
export function contextOf(
  given: Caller | WorkspaceContext,
): WorkspaceContext & { isWithin: boolean } {
  if ("db" in given) return { ...given, isWithin: false };
  const found = contexts.get(given);
  if (!found) throw new Error("This caller was copied; only the one that was made has a context");
  return found;
}

/** Returns a caller in the same workspace for one of BeSunny's own jobs: bookkeeping that the caller did not ask for. */
export function asJob(given: Caller | WorkspaceContext, name: JobName): Caller {
  return callerOf({ ...contextOf(given), actor: { kind: "job", name } }, { isWithin: true });
}

/** Returns a caller for a person whom background work is done for, with their rights of today. The trace names the work. */
export function asPerson(
  given: Caller | WorkspaceContext,
  person: Person,
  traceId: string,
): Caller {
  return callerOf({ ...contextOf(given), actor: person, traceId }, { isWithin: true });
}

/** The brand exists only for the compiler. */
function asCaller(fields: Pick<Caller, "actor" | "workspaceId" | "traceId">): Caller {
  return Object.freeze(fields) as Caller;
}
