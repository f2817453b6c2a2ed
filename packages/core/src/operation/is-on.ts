import type { FlagName, FlagSubject } from "../flags";
import type { Caller } from "./caller";
import { contextOf } from "./caller-of";
import type { Call } from "./hooks";

/** Returns whether a flag is on for the caller. */
export function isOn(flag: FlagName, caller: Caller): Promise<boolean> {
  const { hooks, actor, workspaceId } = contextOf(caller);
  return hooks.isOn(flag, { personId: actor.kind === "user" ? actor.id : null, workspaceId });
}

/** Returns the person and the workspace of a call. */
export function subjectOf({ actor, workspaceId }: Call): FlagSubject {
  return { personId: actor?.kind === "user" ? actor.id : null, workspaceId };
}
