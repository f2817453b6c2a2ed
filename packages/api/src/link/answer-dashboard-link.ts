import type { DashboardDraft } from "@besunny/core/dashboards/contract/dashboard";
import { type RangePreset, rangePresets } from "@besunny/core/dashboards/contract/dashboard-words";
import { notFound } from "@besunny/core/errors";
import type { MetricDefinition, MetricOutcome } from "@besunny/core/metrics/contract/query";
import { openDashboardLink } from "@besunny/core/platform/dashboards/open-dashboard-link";
import { readLinkedFigures } from "@besunny/core/platform/dashboards/read-linked-figures";

import { createRequestContext } from "../create-request-context";
import type { Limits } from "../limits/limits";
import type { ApiTools } from "../request-context";

/** A dashboard as the page of its link shows it. */
export type OpenedDashboard = DashboardDraft & {
  expiresAt: Date;
  range: RangePreset;
  from: Date;
  to: Date;
  timeZone: string;
  definitions: MetricDefinition[];
  tiles: { id: string; outcomes: MetricOutcome[] }[];
};

/** Opens the link of a dashboard, which counts the opening, against the limit of the sender's address. Throws `NOT_FOUND` if it has ended. */
export async function openedDashboard(
  { tools, limits }: { tools: ApiTools; limits: Limits },
  { headers, token, range }: { headers: Headers; token: string; range: string | undefined },
): Promise<OpenedDashboard> {
  const { identity, traceId } = createRequestContext(tools, "admin", headers);
  await limits.takeOpening({ address: identity.ip });
  if (token.length < 10 || token.length > 100) notFound("Link", "of this address");
  const { ip, userAgent } = identity;
  const by = { door: "admin", traceId, from: { ip, userAgent } } as const;
  const caller = tools.platformCaller({ kind: "job", name: "open-dashboard-link" }, by);
  const { linkId: _, ...dashboard } = await openDashboardLink(caller, { token });
  const asked = rangePresets.find((each) => each === range) ?? null;
  const figures = await readLinkedFigures(caller, { token, range: asked });
  return { ...dashboard, range: asked ?? dashboard.content.range, ...figures };
}
