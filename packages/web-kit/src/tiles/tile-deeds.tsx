import type { Dimension, MetricFilter, MetricQuery } from "@besunny/api/browser/figures";

import type { RowsPoint } from "../figures/rows-place";

/** The effects of clicks in a tile. Without them a tile is only looked at. */
export type TileDeeds = {
  /** Filters all tiles, or no longer. */
  toggle?: (values: readonly { dimension: Dimension; value: string | null }[]) => void;
  chips?: readonly MetricFilter[];
  /** The address of the rows behind a point, or behind the whole. */
  rowsHref?: (query: MetricQuery, point?: RowsPoint) => string;
};
