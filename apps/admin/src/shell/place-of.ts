import type { Outputs } from "@besunny/api/browser/outputs";

import { documentHref, documentsHref } from "~/documents/filters";
import { runHref } from "~/operations/runs/run-filters";

type Item = Outputs["admin"]["find"]["items"][number];

/** The page of what was found. A call leads to the document it was on, else to the audit log. */
export function placeOf({ kind, id, documentId, workspaceId }: Item): string {
  if (kind === "run") return runHref(id);
  if (kind === "batch") return documentsHref({ batchId: id });
  if (kind === "workspace") return `/workspaces/${id}`;
  if (kind === "person") return `/people/${id}`;
  if (documentId) return documentHref(documentId, kind === "documentRun" ? id : undefined);
  return kind === "call" && workspaceId ? `/workspaces/${workspaceId}` : "/audit";
}
