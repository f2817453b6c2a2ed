import type { PlatformContext, WorkspaceContext } from "@besunny/core/context";
import { callerOf } from "@besunny/core/operation/caller-of";
import { platformCallerOf } from "@besunny/core/operation/platform-caller-of";
import { actingIn, inBackground } from "@besunny/core/test/contexts";

import type { Callers } from "../src/callers";

/** Callers of jobs, with the tools and the database of these contexts. */
export function callersOf(workspace: WorkspaceContext, platform?: PlatformContext): Callers {
  return {
    workspaceCaller: (workspaceId, name) =>
      callerOf(inBackground({ ...workspace, workspaceId }, undefined, name)),
    sourceCaller: (workspaceId, actor) =>
      callerOf({ ...inBackground({ ...workspace, workspaceId }), actor }),
    platformCaller(name) {
      if (!platform) throw new Error("This test did not expect a call across workspaces");
      const actor = { kind: "job" as const, name };
      const inWorkspace = actingIn(workspace, actor);
      return platformCallerOf({ ...platform, door: "job", actor, inWorkspace });
    },
  };
}
