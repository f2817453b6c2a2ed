import type { Outputs } from "@besunny/api/browser/outputs";

type WorkspaceEntry = Outputs["workspace"]["audit"]["items"][number];

/**
 * A row of an audit log. Rows that a workspace reads of itself have a key and names of subjects. Rows that the platform reads of workspaces name the
 * workspace, and have no words.
 */
export type AuditEntry = Outputs["admin"]["audit"]["items"][number] &
  Partial<Pick<WorkspaceEntry, "key" | "named">> &
  Partial<Pick<Outputs["admin"]["workspaceAudit"]["items"][number], "workspace">>;

/** The operations that rows may name. */
export type AuditOperations = Outputs["workspace"]["operations"]["items"];

/** Returns the title of an operation; its name where no title is known, as in rows of earlier versions. */
export function titleOf(operations: AuditOperations, name: string): string {
  return operations.find((operation) => operation.name === name)?.title ?? name;
}

/** Returns the page of a document or project that exists; null for all other subjects. */
export function pageOfSubject({ named = [] }: AuditEntry, id: string): string | null {
  if (!named.some((each) => each.id === id)) return null;
  if (id.startsWith("doc_")) return `/documents/${id}`;
  return id.startsWith("prj_") ? `/projects/${id}` : null;
}
