declare const scoped: unique symbol;

/** The workspace and the principals of the caller. Only `indexScope` makes it, so that no search can omit it. */
export type IndexScope = { workspaceId: string; principals: readonly string[] } & {
  readonly [scoped]: true;
};

/**
 * Returns the scope of a search: a passage is visible if its `access` and these principals overlap. Without principals nothing is
 * visible. Throws a `TypeError` if the workspace is empty.
 */
export function indexScope(workspaceId: string, principals: readonly string[]): IndexScope {
  if (workspaceId === "") throw new TypeError("An index scope needs a workspace");
  return branded({ workspaceId, principals: [...new Set(principals)] });
}

/** Sets the brand, which exists only in types. No other code makes it. */
function branded(scope: { workspaceId: string; principals: readonly string[] }): IndexScope {
  return Object.freeze(scope) as IndexScope;
}
