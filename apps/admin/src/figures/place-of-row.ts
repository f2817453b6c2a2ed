import type { Outputs } from "@besunny/api/browser/outputs";

import { documentHref } from "~/documents/filters";

type Row = Outputs["admin"]["metrics"]["drill"]["items"][number];

/** Returns the page of a row behind a figure: its document and run, the person, or the workspace. */
export function placeOfRow({ kind, id, documentId, runId, workspaceId }: Row): string | null {
  if (kind === "people") return `/people/${encodeURIComponent(id)}`;
  if (documentId) return documentHref(documentId, runId ?? undefined);
  if (kind === "calls") return "/models/cost";
  return workspaceId ? `/workspaces/${encodeURIComponent(workspaceId)}` : null;
}
