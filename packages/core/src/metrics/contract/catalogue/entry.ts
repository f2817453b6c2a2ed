import type { DimensionOf, MeasureOf, SourceName } from "@besunny/db/figures/sources";

import type { Dimension } from "../metric-words";
import type { MetricDefinition } from "../query";

/** An entry of the catalogue, with the measure that its figures are made by. */
export type Metric = MetricDefinition & { source: SourceName; measure: string };

type Told<Source extends SourceName> = Omit<MetricDefinition, "source" | "dimensions" | "drill"> & {
  measure: MeasureOf<Source>;
  /** Dimensions of the source that make no sense for this figure. */
  without?: readonly DimensionOf<Source>[];
  drill?: MetricDefinition["drill"];
};

const ofDocument = [
  "workspace",
  "project",
  "person",
  "group",
  "type",
  "status",
  "format",
  "language",
  "source",
  "folder",
  "document",
] as const;

/** Rows of others about a document: the person is not who did it. */
const ofItsDocument = [
  "workspace",
  "project",
  "type",
  "status",
  "format",
  "language",
  "source",
  "folder",
  "document",
] as const;

/** The dimensions of the rows of each source. */
const dimensionsOf = {
  activity: ["workspace", "person", "group", "feature"],
  audit: ["workspace", "person", "key", "feature", "outcome", "failure"],
  calls: [
    "workspace",
    "project",
    "person",
    "group",
    "key",
    "model",
    "provider",
    "step",
    "callState",
    "lane",
    "failure",
    "document",
  ],
  citations: ofItsDocument,
  deeds: [...ofItsDocument, "feature"],
  documents: [...ofDocument, "failure"],
  events: ["workspace", "feature"],
  journeys: ["workspace"],
  labels: [...ofDocument, "labelSource", "feature"],
  marks: ["workspace", "feature"],
  ratings: ["workspace", "outcome"],
  rollups: ["feature"],
  results: [...ofDocument, "producer", "model", "release", "failure"],
  searches: ["workspace", "searchKind", "producer", "outcome"],
  stages: [...ofDocument, "stage", "failure", "lane"],
  storage: ofDocument,
  usage: ["workspace"],
  weeks: ["workspace", "weekAfter"],
} as const satisfies { [Source in SourceName]: readonly (Dimension & DimensionOf<Source>)[] };

const drillOf = {
  activity: "people",
  audit: "events",
  calls: "calls",
  citations: "questions",
  deeds: "events",
  documents: "documents",
  events: "events",
  journeys: null,
  labels: "labels",
  marks: "events",
  ratings: "questions",
  rollups: "events",
  results: "results",
  searches: "searches",
  stages: "runs",
  storage: "documents",
  usage: "events",
  weeks: null,
} as const satisfies Record<SourceName, MetricDefinition["drill"]>;

/** Makes an entry of the catalogue. */
export function metricOf<Source extends SourceName>(
  source: Source,
  { without = [], drill, ...told }: Told<Source>,
): Metric {
  const left: readonly string[] = without;
  return {
    ...told,
    source,
    dimensions: dimensionsOf[source].filter((dimension) => !left.includes(dimension)),
    drill: drill === undefined ? drillOf[source] : drill,
  };
}

/** Figures that are counted, and whose parts add up. */
export const counted = { kind: "count", isAdditive: true } as const;
export const summed = { kind: "sum", isAdditive: true } as const;
export const shared = { kind: "share", unit: "share", isAdditive: false } as const;
export const averaged = { kind: "ratio", isAdditive: false } as const;
export const spread = { kind: "quantile", unit: "ms", isAdditive: false, better: "down" } as const;
export const standing = { kind: "level", isAdditive: true } as const;
/** Different people. */
export const heads = {
  kind: "distinct",
  unit: "people",
  isAdditive: false,
  drill: "people",
} as const;

export const asKnownNow = { viewpoint: "now" } as const;
export const asDecidedThen = { viewpoint: "then" } as const;
