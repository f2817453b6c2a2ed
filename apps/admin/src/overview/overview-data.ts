import type { Outputs } from "@besunny/api/browser/outputs";
import type { DocumentStatus } from "@besunny/api/browser/vocabulary";

import { tint } from "~/charts/tint";

export type OverviewData = Outputs["admin"]["overview"];

/** Statuses in the order in which they are stacked, best first, with the colour that accompanies their name. */
export const statuses = [
  { name: "ready", color: tint("--good") },
  { name: "needs_review", color: "var(--accent)" },
  { name: "processing", color: tint("--info") },
  { name: "pending", color: "var(--n8)" },
  { name: "cancelled", color: "var(--n6)" },
  { name: "failed", color: tint("--bad") },
] as const satisfies readonly { name: DocumentStatus; color: string }[];

type StatusName = (typeof statuses)[number]["name"];
type Grain = OverviewData["grain"];
type Part = { at: Date; counts: Record<StatusName, number>; all: number; costMicro: number };

/** Returns the hours or days of the span (UTC), those without documents too. */
export function partsOf({
  documentsOverTime,
  costOverTime,
  since,
  until,
  grain,
}: Pick<OverviewData, "documentsOverTime" | "costOverTime" | "since" | "until" | "grain">): Part[] {
  const byPart = Map.groupBy(documentsOverTime, ({ at }) => at.getTime());
  const costs = new Map(costOverTime.map(({ at, costMicro }) => [at.getTime(), costMicro]));
  const parts: Part[] = [];
  const length = lengths[grain];
  for (let at = Math.floor(since.getTime() / length) * length; at < until.getTime(); at += length) {
    const found = byPart.get(at) ?? [];
    const of = (name: StatusName) => found.find(({ status }) => status === name)?.count ?? 0;
    const counts = {
      ready: of("ready"),
      needs_review: of("needs_review"),
      processing: of("processing"),
      pending: of("pending"),
      cancelled: of("cancelled"),
      failed: of("failed"),
    };
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    parts.push({ at: new Date(at), counts, all, costMicro: costs.get(at) ?? 0 });
  }
  return parts;
}

/** Returns the end of an hour or a day, for ranges whose end is left out. */
export function endOfPart(at: Date, grain: Grain): Date {
  return new Date(at.getTime() + lengths[grain]);
}

/** Returns the filter of the rows behind a figure: the span of the overview and its workspace. */
export function filterOf({ since, until }: OverviewData, workspaceId: string | null) {
  return { from: since, to: until, ...(workspaceId && { workspaceId }) };
}

/** Returns by which share a number changed against the span before; null: there was none, or both are the same. */
export function changeOf(now: number, before: number): number | null {
  return before === 0 || now === before ? null : now / before - 1;
}

const HOUR_MS = 3_600_000;
const lengths: Record<Grain, number> = { hour: HOUR_MS, day: 24 * HOUR_MS };
