import type { Notice as Row } from "@besunny/db/workspace/people/notices";
import { z } from "zod";

import { count, day, idIn, instant } from "../../shapes";
import { noticeKind } from "./notice-kinds";

const filters = z.record(z.string(), z.string()).catch({});

/** A notice, and the path of the web app that shows what it is about. */
export const Notice = z.object({
  id: idIn("ntc"),
  kind: noticeKind,
  byName: z.string().nullable(),
  /** The document, project or view that it is about; null where it is about several documents. */
  title: z.string().nullable(),
  path: z.string(),
  text: z.string().nullable(),
  day: day.nullable(),
  count: count.nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** Returns a stored notice as its person sees it. */
export function noticeOf(row: Row): Notice {
  const kind = noticeKind.parse(row.kind);
  return {
    id: row.id,
    kind,
    byName: row.by?.name ?? null,
    title: titleOf(row),
    path: pathOf(row),
    text: row.comment?.text ?? row.words,
    day: row.day,
    count: row.count,
    createdAt: row.createdAt,
    readAt: row.readAt,
  };
}

function titleOf({
  document,
  project,
  view,
  report,
  source,
  connection,
  watch,
  batchId,
}: Row): string | null {
  if (batchId) return null;
  const named = project ?? view ?? source ?? watch;
  return document?.title ?? named?.name ?? report?.title ?? connection?.accountAddress ?? null;
}

function pathOf(row: Row): string {
  const { kind, document, project, view, report, source, batchId, span, watch } = row;
  if (kind === "review") return "/review";
  if (kind === "budget" || kind === "retirement") return "/settings/spending";
  if (kind === "quota" || kind === "billing") return "/settings/usage";
  if (kind === "export" || kind === "departure") return "/settings/end";
  if (kind === "retention") return "/settings/privacy";
  if (kind === "look") return "/settings/audit";
  if (watch) return `/settings/audit?${new URLSearchParams(filters.parse(watch.filter))}`;
  if (kind === "approval") return "/automations/approvals";
  if (kind === "automation") return "/automations";
  if (kind === "webhook") return "/settings/webhooks";
  if (kind === "drift") return "/settings/data-quality";
  if (kind === "release") return "/settings/releases";
  if (kind === "training") return "/settings/learning";
  if (kind === "action") return "/actions";
  if (kind === "brief") return "/meetings";
  if (kind === "connection") return "/settings/connections";
  if (source) return `/sources/${source.id}`;
  if (report) return `/settings/reports?report=${report.id}`;
  if (batchId) return `/batches/${batchId}`;
  if (project) return `/projects/${project.id}`;
  if (view) return `/${view.place}?view=${view.id}`;
  if (!document) return "/inbox";
  const [start, end] = span;
  if (start !== undefined && end !== undefined)
    return `/documents/${document.id}?span=${start}-${end}`;
  const isSaid = kind === "mention" || kind === "comment";
  return `/documents/${document.id}${isSaid ? "?tab=comments" : ""}`;
}
