import type { FigureDrillRow } from "@besunny/web-kit/figures/figure-wiring";

import { documentHref } from "~/documents/filters";

/** Returns the page of a row behind a figure: its document and run, the person, or the workspace. */
export function placeOfRow({
  kind,
  id,
  documentId,
  runId,
  workspaceId,
}: FigureDrillRow): string | null {
  if (kind === "people") return `/people/${encodeURIComponent(id)}`;
  if (documentId) return documentHref(documentId, runId ?? undefined);
  if (kind === "calls") return "/models/cost";
  return workspaceId ? `/workspaces/${encodeURIComponent(workspaceId)}` : null;
}
