import type { Actor } from "../access/actor";

declare const opaque: unique symbol;

/**
 * The one who calls operations of a workspace; the only object that doors and flows hold. It names the actor and the workspace. Only the
 * pipeline can find its database and tools.
 */
export type Caller = {
  readonly actor: Actor;
  readonly workspaceId: string;
  readonly traceId: string;
  readonly [opaque]: true;
};
