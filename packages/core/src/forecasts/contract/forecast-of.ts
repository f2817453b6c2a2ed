import { AppError, notFound } from "../../errors";
import type { Grain } from "../../metrics/contract/metric-words";
import type { MetricDefinition, MetricOutcome, MetricQuery } from "../../metrics/contract/query";
import { nextStart, partStart } from "../../metrics/contract/time-parts";
import type { Forecast, ForecastQuery } from "./forecast";
import { COVERAGE } from "./forecast-words";
import { neededFor } from "./method/back-test";
import { type Made, makeForecast } from "./method/make-forecast";
import { runsOut } from "./method/runs-out";

type Cut = Exclude<Grain, "none">;

/** The season of each cut, and how far back its history goes. More does not help, and makes it slow. */
const cuts: Readonly<Record<Cut, { period: number; historyMs: number }>> = {
  hour: { period: 24, historyMs: 28 * 86_400_000 },
  day: { period: 7, historyMs: 365 * 86_400_000 },
  week: { period: 1, historyMs: 3 * 365 * 86_400_000 },
  month: { period: 1, historyMs: 6 * 365 * 86_400_000 },
};

/** Returns the question for the history of a figure: whole parts of time, up to the one that has not ended. */
export function historyOf(query: ForecastQuery, now: Date): MetricQuery {
  const { metric, grain, timeZone, filters } = query;
  const to = partStart(now, grain, timeZone);
  const from = partStart(new Date(to.getTime() - cuts[grain].historyMs), grain, timeZone);
  return { metric, from, to, timeZone, grain, breakOuts: [], filters, compare: "none", limit: 1 };
}

/**
 * Returns a forecast from the answer to the question for its history. Throws `NOT_FOUND` for a figure that the asker does not have, and
 * `INVALID_INPUT` for one whose question has no answer.
 */
export function forecastOf(
  query: ForecastQuery,
  given: { outcome: MetricOutcome | undefined; definitions: readonly MetricDefinition[] },
): Forecast {
  const { outcome, definitions } = given;
  const definition = definitions.find(({ name }) => name === query.metric);
  if (!definition) return notFound("Figure", query.metric);
  if (!outcome?.ok)
    throw new AppError("INVALID_INPUT", outcome?.message ?? "This figure has no history");
  const { grain, timeZone, horizon } = query;
  const { period } = cuts[grain];
  const past = outcome.answer.points.flatMap(({ at, value }) =>
    at === null ? [] : [{ at, value: value ?? 0, isUnusual: false }],
  );
  const made = makeForecast({ values: past.map(({ value }) => value), period }, horizon);
  const unusual = new Set(made.state === "shown" ? made.unusual : []);
  const starts = startsAfter(outcome.answer.query.to, { grain, timeZone, horizon });
  const { name: metric, title, definition: words, unit, kind } = definition;
  return {
    metric,
    title,
    definition: words,
    unit,
    grain,
    timeZone,
    asOf: outcome.answer.asOf,
    state: made.state,
    model: made.state === "shown" ? made.model : null,
    have: made.have,
    needed: neededFor(period, horizon),
    mase: made.state === "short" ? null : made.mase,
    folds: made.state === "short" ? 0 : made.folds,
    coverageWanted: COVERAGE,
    coverage: made.state === "shown" ? made.coverage : null,
    past: past.map((each, place) => ({ ...each, isUnusual: unusual.has(past.length - 1 - place) })),
    ahead:
      made.state === "shown"
        ? made.steps.flatMap((step, place) => {
            const at = starts[place];
            return at ? [{ at, ...step }] : [];
          })
        : [],
    runsOut: limitOf(query, { made, starts, isLevel: kind === "level" }),
  };
}

function startsAfter(
  first: Date,
  { grain, timeZone, horizon }: { grain: Cut; timeZone: string; horizon: number },
): Date[] {
  const starts: Date[] = [];
  for (let at = first; starts.length < horizon; at = nextStart(at, grain, timeZone))
    starts.push(at);
  return starts;
}

/** Returns when the limit is reached: by the sums of a figure that adds up, or by a level itself. */
function limitOf(
  { limit, used }: ForecastQuery,
  { made, starts, isLevel }: { made: Made; starts: readonly Date[]; isLevel: boolean },
): Forecast["runsOut"] {
  if (limit === null || made.state !== "shown") return null;
  const steps = runsOut(isLevel ? made.steps : made.sums, isLevel ? 0 : used, limit);
  const at = (step: number | null) => (step === null ? null : (starts[step - 1] ?? null));
  return {
    limit,
    expected: at(steps.expected),
    earliest: at(steps.earliest),
    latest: at(steps.latest),
  };
}
