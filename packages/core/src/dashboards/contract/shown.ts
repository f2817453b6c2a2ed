import type { StoredDashboard, StoredVersion } from "@besunny/db/dashboards/dashboards";

import {
  type Dashboard,
  DashboardContent,
  type DashboardSummary,
  type DashboardVersion,
} from "./dashboard";
import { visibilities } from "./dashboard-words";
import type { ShippedDashboard } from "./shipped/shipped";

/** The reader of a dashboard, who may change their own or also those that others share. */
export type Reader = { id: string; mayMake: boolean; mayManage: boolean };

/** The reader of a link: nobody who is known. */
export const nobody: Reader = { id: "", mayMake: false, mayManage: false };

/** Returns whether a reader may change a stored dashboard. */
export function mayChange({ owner }: Pick<StoredDashboard, "owner">, reader: Reader): boolean {
  return reader.mayMake && (reader.mayManage || owner?.id === reader.id);
}

/** Returns a stored dashboard as its reader sees it. */
export function shown(stored: StoredDashboard, reader: Reader): Dashboard {
  const { owner, content, ...row } = stored;
  return {
    ...row,
    isShipped: false,
    content: DashboardContent.parse(content),
    visibility: visibilities.find((each) => each === row.visibility) ?? "me",
    owner,
    isMine: owner?.id === reader.id,
    mayChange: mayChange(stored, reader),
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
    mayChange: false,
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
