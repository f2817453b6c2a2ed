import type { SourceActor } from "@besunny/core/access/actor";
import type { JobName } from "@besunny/core/access/jobs";
import type { Caller } from "@besunny/core/operation/caller";
import type { PlatformCaller } from "@besunny/core/operation/platform-caller";

/** Makes the callers that background functions call operations with. A function acts as the job of its name, with that job's permissions. */
export type Callers = {
  /** Returns a caller in the workspace that an event names. */
  workspaceCaller(workspaceId: string, job: JobName): Caller;
  /** Returns a caller for a source, which works for its owner. */
  sourceCaller(workspaceId: string, source: SourceActor): Caller;
  /** Returns a caller across workspaces. */
  platformCaller(job: JobName): PlatformCaller;
};
