import type { FigurePoint, FigureRead, FigureSum, Figures } from "@besunny/db/figures/figures";
import type { z } from "zod";

import { AppError } from "../../../errors";
import type { Asker } from "../catalogue/catalogue";
import { tellsOfPeople } from "../catalogue/catalogue";
import type { Metric } from "../catalogue/entry";
import type { MetricAnswer, MetricOutcome, MetricPoint, MetricQuery } from "../query";
import { comparedRange, withoutGaps } from "../time-parts";
import type { NamesOf } from "./names";
import { tooSlow, type Understood, understand } from "./question";
import { withoutSmallGroups } from "./small-groups";

type Point = z.infer<typeof MetricPoint>;

/** All that answers are made with. The scope of `figures` is the asker's. */
export type Answering = { figures: Figures; asker: Asker; names: NamesOf; asOf: Date };

/** Answers questions in their order, each by itself: one that cannot be answered says why. */
export async function outcomesOf(
  queries: readonly MetricQuery[],
  answering: Answering,
): Promise<MetricOutcome[]> {
  const outcomes: MetricOutcome[] = [];
  for (const query of queries) outcomes.push(await outcomeOf(query, answering));
  return outcomes;
}

async function outcomeOf(query: MetricQuery, answering: Answering): Promise<MetricOutcome> {
  try {
    return { ok: true, answer: await answerOf(query, answering) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, metric: query.metric, code: error.code, message: error.message };
  }
}

async function answerOf(query: MetricQuery, answering: Answering): Promise<MetricAnswer> {
  const { figures, asker, names, asOf } = answering;
  const understood = understand(query, asker);
  const { metric, question, notFiltered } = understood;
  const before =
    metric.kind === "level" ? null : comparedRange(query, query.compare, query.timeZone);
  const read = await figures.read(question, before).catch(explained(metric));
  const kept = keptBack(read, { metric, asker, isBrokenOut: question.breakOuts.length > 0 });
  return {
    metric: metric.name,
    query,
    asOf,
    freshness: { from: read.from, behindMs: 0 },
    total: kept.total.value,
    n: kept.total.n,
    before: before && kept.before && { ...before, total: kept.before.value, n: kept.before.n },
    points: await pointsOf(kept.points, understood, names),
    isApproximate: false,
    notFiltered,
    suppressed: kept.suppressed,
  };
}

/** Turns a figure that took too long into an error that says what to narrow. */
export function explained(metric: Metric) {
  return (error: unknown): never => {
    if (error instanceof Error && error.name === "FigureTooSlow") throw tooSlow(metric);
    throw error;
  };
}

type Privacy = { metric: Metric; asker: Asker; isBrokenOut: boolean };

/** In a workspace, owners and admins see what its people do, but no small group of them. Across workspaces, wholes are kept back too. */
function keptBack(
  read: FigureRead,
  { metric, asker, isBrokenOut }: Privacy,
): FigureRead & { suppressed: number } {
  const isPlatform = asker === "platform";
  if (!tellsOfPeople(metric) || !(isPlatform || (isBrokenOut && asker === "admins")))
    return { ...read, suppressed: 0 };
  const counted = <Sum extends FigureSum>(sum: Sum): Sum =>
    metric.unit === "people" ? { ...sum, people: sum.value ?? 0 } : sum;
  const { points, suppressed } = withoutSmallGroups(read.points.map(counted));
  if (!isPlatform) return { ...read, points, suppressed };
  const [total, before] = [read.total, read.before].map(
    (sum) => sum && withoutSmallGroups([counted(sum)]),
  );
  return {
    ...read,
    total: total?.points[0] ?? read.total,
    before: before?.points[0] ?? null,
    points,
    suppressed: suppressed + (total?.suppressed ?? 0),
  };
}

async function pointsOf(
  points: readonly FigurePoint[],
  { metric, question }: Understood,
  names: NamesOf,
): Promise<Point[]> {
  const { starts, breakOuts } = question;
  if (!starts && breakOuts.length === 0) return [];
  const named: ReadonlyMap<string, string>[] = [];
  for (const [place, dimension] of breakOuts.entries())
    named.push(
      await names(
        dimension,
        points.flatMap(({ keys }) => keys[place] ?? []),
      ),
    );
  const groups = new Map<string, Point[]>();
  for (const { part, keys, isRest, value, n } of points) {
    const id = JSON.stringify([isRest, keys]);
    const at = part === null ? null : (starts?.[part] ?? null);
    const group = keys.map((key, place) => groupValue(key, isRest, named[place]));
    groups.set(id, [...(groups.get(id) ?? []), { at, group, isRest, value, n }]);
  }
  const all = [...groups.values()];
  if (!starts) return all.flat().toSorted(byRank);
  if (all.length === 0 && breakOuts.length === 0) all.push([]);
  return all
    .map((group) => ({ group, weight: group.reduce((sum, { n }) => sum + n, 0) }))
    .toSorted((one, other) => restLast(one.group[0], other.group[0]) || other.weight - one.weight)
    .flatMap(({ group }) =>
      withoutGaps(starts, group, (at) => ({
        at,
        group: group[0]?.group ?? [],
        isRest: group[0]?.isRest ?? false,
        value: isZeroWithoutRows(metric) ? 0 : null,
        n: 0,
      })),
    );
}

function isZeroWithoutRows({ kind }: Metric): boolean {
  return kind === "count" || kind === "sum" || kind === "distinct";
}

function groupValue(
  key: string | null,
  isRest: boolean,
  names: ReadonlyMap<string, string> | undefined,
) {
  if (isRest) return { key: null, name: "Others" };
  return key === null ? { key, name: "None" } : { key, name: names?.get(key) ?? key };
}

function byRank(one: Point, other: Point): number {
  return restLast(one, other) || (other.value ?? 0) - (one.value ?? 0) || other.n - one.n;
}

function restLast(one: Point | undefined, other: Point | undefined): number {
  return Number(one?.isRest ?? false) - Number(other?.isRest ?? false);
}
