import { suggestKind } from "@besunny/charts/suggest-kind";
import type { ReportDocument, ReportTile } from "@besunny/reports/report-document";

import type {
  MetricAnswer,
  MetricDefinition,
  MetricFilter,
  MetricOutcome,
  MetricQuery,
} from "../../metrics/contract/query";
import { rangeOf } from "./range-of";
import type { ReportContents, ReportTileChoice } from "./report";

/** Returns the questions of a report at a moment, in the order of its tiles. */
export function questionsOf(contents: ReportContents, now: Date): MetricQuery[] {
  const { range, timeZone, filters, compare, tiles } = contents;
  const { from, to } = rangeOf(range, now, timeZone);
  return tiles.map(({ metric, grain, breakOuts, limit }) => ({
    metric,
    from,
    to,
    timeZone,
    grain,
    breakOuts,
    filters,
    compare,
    limit,
  }));
}

type Answered = {
  outcomes: readonly MetricOutcome[];
  definitions: readonly MetricDefinition[];
  about: string;
  now: Date;
};

/** Returns what the files of a report say: its figures are those of the answers, as of the same moment. */
export function documentOf(
  contents: ReportContents,
  { outcomes, definitions, about, now }: Answered,
): ReportDocument {
  const { title, range, timeZone, filters, tiles } = contents;
  return {
    title,
    about,
    range: rangeOf(range, now, timeZone),
    timeZone,
    filters: filters.map(sentenceOf),
    asOf: asOfAll(outcomes) ?? now,
    tiles: tiles.map((tile, place) =>
      tileOf(tile, {
        outcome: outcomes[place],
        definition: definitions.find(({ name }) => name === tile.metric),
      }),
    ),
  };
}

function tileOf(
  tile: ReportTileChoice,
  found: { outcome: MetricOutcome | undefined; definition: MetricDefinition | undefined },
): ReportTile {
  const { outcome, definition } = found;
  const around = {
    title: tile.title ?? definition?.title ?? tile.metric,
    definition: definition?.definition ?? "",
    kind: suggestKind({
      metrics: 1,
      isOverTime: tile.grain !== "none",
      breakOuts: tile.breakOuts.length,
      isAdditive: definition?.isAdditive ?? false,
    }),
  };
  if (!outcome?.ok)
    return {
      ...around,
      problem: outcome?.message ?? "This figure is not in the catalogue any more.",
    };
  return { ...around, answer: answerOf(outcome.answer, tile, definition?.unit ?? "rows") };
}

function answerOf(answer: MetricAnswer, tile: ReportTileChoice, unit: string) {
  const { query, asOf, freshness, total, n, before, points } = answer;
  const { isApproximate, notFiltered, suppressed } = answer;
  return {
    unit,
    grain: query.grain,
    from: query.from,
    to: query.to,
    asOf,
    behindMs: freshness.behindMs,
    total,
    n,
    before,
    points,
    breakOuts: tile.breakOuts,
    isApproximate,
    notFiltered,
    suppressed,
  };
}

/** The oldest moment of the answers. */
function asOfAll(outcomes: readonly MetricOutcome[]): Date | null {
  const moments = outcomes.flatMap((outcome) =>
    outcome.ok ? [outcome.answer.asOf.getTime()] : [],
  );
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
}

function sentenceOf({ dimension, values }: MetricFilter): string {
  return `${dimension} is ${values.map((value) => value ?? "none").join(" or ")}`;
}
