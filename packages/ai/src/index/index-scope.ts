declare const scoped: unique symbol;

/** The workspace and the principals of whoever asks. Made only by `indexScope`, so that no search can do without it. */
export type IndexScope = { workspaceId: string; principals: readonly string[] } & {
  readonly [scoped]: true;
};

/** A passage is visible when its `access` and these principals overlap; no principals see nothing. */
export function indexScope(workspaceId: string, principals: readonly string[]): IndexScope {
  if (workspaceId === "") throw new TypeError("An index scope needs a workspace");
  return branded({ workspaceId, principals: [...new Set(principals)] });
}

/** The brand exists in types alone, and this is its only source. */
function branded(scope: { workspaceId: string; principals: readonly string[] }): IndexScope {
  return Object.freeze(scope) as IndexScope;
}
