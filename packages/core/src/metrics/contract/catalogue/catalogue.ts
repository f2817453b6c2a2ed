import { type MetricAudience, metricAudiences } from "../metric-words";
import type { MetricDefinition } from "../query";
import { costMetrics } from "./costs";
import { documentMetrics } from "./documents";
import type { Metric } from "./entry";
import { funnelMetrics } from "./funnel";
import { peopleMetrics } from "./people";
import { processingMetrics } from "./processing";
import { trustMetrics } from "./trust";
import { usageMetrics } from "./usage";

/** Every figure of BeSunny, each defined once. */
export const metrics: readonly Metric[] = [
  ...documentMetrics,
  ...funnelMetrics,
  ...processingMetrics,
  ...costMetrics,
  ...peopleMetrics,
  ...trustMetrics,
  ...usageMetrics,
];

const byName = new Map(metrics.map((metric) => [metric.name, metric]));

/** People who see some documents, people who see all of a workspace, or admins across workspaces. */
export type Asker = MetricAudience;

/** Returns the figures that an asker may ask for, as they may ask for them. */
export function metricsFor(asker: Asker): Metric[] {
  return metrics.flatMap((metric) => metricFor(asker, metric) ?? []);
}

/** Finds a figure that an asker may ask for; undefined if there is none. */
export function findMetricFor(asker: Asker, name: string): Metric | undefined {
  const metric = byName.get(name);
  return metric && metricFor(asker, metric);
}

/** Returns an entry of the catalogue as people get it. */
export function definitionOf({ measure: _, ...definition }: Metric): MetricDefinition {
  return definition;
}

/** Figures of the platform name no single people or files. In a workspace there is one workspace. */
function metricFor(asker: Asker, metric: Metric): Metric | undefined {
  if (metricAudiences.indexOf(metric.audience) > metricAudiences.indexOf(asker)) return undefined;
  const left = asker === "platform" ? platformLacks(metric) : ["workspace"];
  return {
    ...metric,
    dimensions: metric.dimensions.filter((dimension) => !left.includes(dimension)),
    drill: asker === "platform" && metric.drill === "people" ? null : metric.drill,
  };
}

/** Sources whose rows are what people did. */
const aboutPeople: readonly Metric["source"][] = [
  "activity",
  "audit",
  "journeys",
  "labels",
  "ratings",
  "searches",
  "weeks",
];

/** Returns whether a figure tells of people, so that small groups of them are kept back. */
export function tellsOfPeople({ source, unit }: Metric): boolean {
  return unit === "people" || aboutPeople.includes(source);
}

function platformLacks(metric: Metric): readonly string[] {
  const files = ["folder", "document"];
  return tellsOfPeople(metric) ? [...files, "person", "group", "key"] : files;
}
