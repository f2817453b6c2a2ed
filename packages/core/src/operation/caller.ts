import type { Actor } from "../access/actor";

declare const opaque: unique symbol;

/**
 * The one who calls operations of a workspace: all that doors and flows hold. It names the actor and the workspace; database and tools are
 * found by the pipeline alone.
 */
export type Caller = {
  readonly actor: Actor;
  readonly workspaceId: string;
  readonly traceId: string;
  readonly [opaque]: true;
};
