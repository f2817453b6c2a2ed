import type { StoredDashboard, StoredVersion } from "@besunny/db/dashboards/dashboards";

import {
  type Dashboard,
  DashboardContent,
  type DashboardSummary,
  type DashboardVersion,
} from "./dashboard";
import { visibilities } from "./dashboard-words";
import type { ShippedDashboard } from "./shipped/shipped";

/** Returns a stored dashboard as its reader sees it. */
export function shown({ owner, content, ...row }: StoredDashboard, readerId: string): Dashboard {
  return {
    ...row,
    isShipped: false,
    content: DashboardContent.parse(content),
    visibility: visibilities.find((each) => each === row.visibility) ?? "me",
    owner,
    isMine: owner?.id === readerId,
  };
}

/** Returns a dashboard that comes with the product. */
export function shownShipped({
  key,
  title,
  description,
  content,
  scope,
}: ShippedDashboard): Dashboard {
  return {
    id: key,
    isShipped: true,
    version: 1,
    title,
    description,
    content: DashboardContent.parse(content),
    visibility: scope,
    owner: null,
    isMine: false,
    updatedAt: null,
    removedAt: null,
  };
}

/** Returns the line of a dashboard in the library. */
export function summaryOf({
  content: { tiles },
  removedAt: _,
  ...dashboard
}: Dashboard): DashboardSummary {
  const metrics = new Set(tiles.flatMap(({ question }) => question.metrics));
  return { ...dashboard, tiles: tiles.length, metrics: [...metrics] };
}

/** Returns a version as it was saved. */
export function shownVersion({ content, ...row }: StoredVersion): DashboardVersion {
  return { ...row, content: DashboardContent.parse(content) };
}
