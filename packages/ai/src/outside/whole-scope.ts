import type { CallScope } from "./outside-call";

/** Returns the scope, which must name its workspace: the empty string means BeSunny itself. */
export function wholeScope(scope: Partial<CallScope>): CallScope {
  const { workspaceId, operation, traceId = "" } = scope;
  if (workspaceId === undefined || operation === undefined)
    throw new TypeError("A call to an outside model needs a scope: nobody was named to pay for it");
  return {
    projectIds: [],
    documentId: null,
    userId: null,
    apiKeyId: null,
    ...scope,
    workspaceId,
    operation,
    traceId,
  };
}
