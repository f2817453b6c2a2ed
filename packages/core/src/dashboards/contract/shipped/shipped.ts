import { type Asker, findMetricFor } from "../../../metrics/contract/catalogue/catalogue";
import type { DashboardContent } from "../dashboard";
import { type Board, boards } from "./boards";
import { laidOut, type Sketch } from "./laid-out";

/** The figures of a dashboard: those of one workspace, or of all of them. */
export type DashboardScope = "workspace" | "platform";

/** A dashboard that comes with the product. Nobody changes it; a copy may be changed. */
export type ShippedDashboard = {
  key: string;
  scope: DashboardScope;
  title: string;
  description: string;
  content: DashboardContent;
};

/**
 * Returns the dashboards that come with the product, in the order of the library. They have the tiles whose figures the asker may ask for; one without
 * any is left out.
 */
export function shippedFor(scope: DashboardScope, asker: Asker): ShippedDashboard[] {
  return boards.flatMap((board) => made(board, scope, asker) ?? []);
}

/** Finds a dashboard that comes with the product by its name. */
export function findShipped(
  scope: DashboardScope,
  asker: Asker,
  key: string,
): ShippedDashboard | undefined {
  const board = boards.find((each) => each.key === key);
  return board && made(board, scope, asker);
}

function made(
  { key, title, description, tiles, acrossWorkspaces = [] }: Board,
  scope: DashboardScope,
  asker: Asker,
): ShippedDashboard | undefined {
  const all = scope === "platform" ? [...tiles, ...acrossWorkspaces] : tiles;
  const sketches = all.filter((tile) => isFor(asker, tile));
  if (sketches.length === 0) return undefined;
  return {
    key,
    scope,
    title,
    description,
    content: {
      range: key === "queue" ? "1d" : "30d",
      timeZone: null,
      compare: "before",
      filters: [],
      tiles: laidOut(sketches),
    },
  };
}

function isFor(asker: Asker, { metrics }: Sketch): boolean {
  const names = typeof metrics === "string" ? [metrics] : metrics;
  return names.every((name) => findMetricFor(asker, name));
}
