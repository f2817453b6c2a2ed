import type { RunFilter as EngineFilter } from "@besunny/engine/console/console-types";

import type { RunFilter } from "./contract";

/** Returns the filter in the terms of the engine, which calls a workspace a tenant. */
export function engineFilter(filter: RunFilter): EngineFilter {
  const { states, functionId, workspaceId, fingerprint, from, to } = filter;
  return {
    ...(states && states.length > 0 && { states }),
    ...(functionId && { functionId }),
    ...(workspaceId && { tenant: workspaceId }),
    ...(fingerprint && { fingerprint }),
    ...(from && { createdFrom: from }),
    ...(to && { createdTo: to }),
  };
}
