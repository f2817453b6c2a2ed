/** The ways to draw figures. `stacked` are bars whose parts stand on each other. */
export const chartKinds = ["number", "line", "bars", "stacked", "table", "funnel"] as const;
export type ChartKind = (typeof chartKinds)[number];
