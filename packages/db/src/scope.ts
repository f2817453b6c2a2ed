/** The limits of a repository: one workspace, and in it the documents whose `access` overlaps the principals. */
export type Scope = { workspaceId: string; principals: readonly string[] };
