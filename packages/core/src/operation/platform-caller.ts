import type { PlatformActor } from "../access/platform-policy";

declare const opaque: unique symbol;

/** The one who calls operations across workspaces; the only object that doors, jobs and flows hold. */
export type PlatformCaller = {
  readonly actor: PlatformActor;
  readonly traceId: string;
  readonly [opaque]: true;
};
