import type { Source } from "./source";
import { activity } from "./sources/activity";
import { audit } from "./sources/audit";
import { calls } from "./sources/calls";
import { citations } from "./sources/citations";
import { deeds } from "./sources/deeds";
import { documents } from "./sources/documents";
import { events } from "./sources/events";
import { journeys } from "./sources/journeys";
import { labels } from "./sources/labels";
import { ratings } from "./sources/ratings";
import { results } from "./sources/results";
import { marks, rollups } from "./sources/rollups";
import { searches } from "./sources/searches";
import { stages } from "./sources/stages";
import { storage } from "./sources/storage";
import { usage } from "./sources/usage";
import { weeks } from "./sources/weeks";

/** Everything that figures are counted from. SQL of figures is made of these texts and of nothing else. */
export const sources = {
  activity,
  audit,
  calls,
  citations,
  deeds,
  documents,
  events,
  journeys,
  labels,
  marks,
  ratings,
  results,
  rollups,
  searches,
  stages,
  storage,
  usage,
  weeks,
} as const satisfies Record<string, Source>;

export type SourceName = keyof typeof sources;
export type MeasureOf<Name extends SourceName> = keyof (typeof sources)[Name]["measures"] & string;
export type DimensionOf<Name extends SourceName> = keyof (typeof sources)[Name]["dimensions"] &
  string;

/** Finds a source with a measure. Throws `RangeError` for names that the table does not have. */
export function measureOf(name: SourceName, measure: string) {
  const of: Source = sources[name];
  const found = Object.hasOwn(of.measures, measure) ? of.measures[measure] : undefined;
  if (!found) throw new RangeError(`${name} has no measure ${measure}`);
  return { source: of, measure: found };
}

/** Finds a dimension of a source. Throws `RangeError` for a name that it does not have. */
export function dimensionOf(of: Source, name: string) {
  const found = Object.hasOwn(of.dimensions, name) ? of.dimensions[name] : undefined;
  if (!found) throw new RangeError(`There is no dimension ${name}`);
  return found;
}
