import type { ChartKind } from "@besunny/charts/chart-kinds";
import type { Figure } from "@besunny/charts/figures";

/** The unit of figures, such as `documents` or `microUsd`. */
export type ReportUnit = string;
/** The parts that a range is cut into, such as `day`; `none`: the whole. */
export type ReportGrain = string;

/** A figure with its parts, as of one moment. */
export type ReportAnswer = {
  unit: ReportUnit;
  grain: ReportGrain;
  from: Date;
  to: Date;
  asOf: Date;
  /** The delay of the rollups that it was read from; 0 where it was read from rows. */
  behindMs: number;
  total: number | null;
  n: number;
  before: { from: Date; to: Date; total: number | null } | null;
  points: readonly Figure[];
  /** The dimensions that the parts are broken out by. */
  breakOuts: readonly string[];
  isApproximate: boolean;
  /** The filters of the report that this figure does not have. */
  notFiltered: readonly string[];
  /** The groups that are kept back because they tell of fewer than five people. */
  suppressed: number;
};

/** A figure of a report: its answer, or the sentence that says why there is none. */
export type ReportTile = {
  title: string;
  definition: string;
  kind: ChartKind;
} & ({ answer: ReportAnswer } | { problem: string });

/** All that a file of a report says. The same document makes the same figures in each format. */
export type ReportDocument = {
  title: string;
  /** Of whom it tells, such as the name of a workspace. */
  about: string;
  range: { from: Date; to: Date };
  timeZone: string;
  /** Sentences such as "Type is invoice"; empty: everything. */
  filters: readonly string[];
  asOf: Date;
  tiles: readonly ReportTile[];
};
