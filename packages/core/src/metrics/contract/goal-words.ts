/** A figure that BeSunny wants to reach. `least` is the number of rows below which it says nothing yet. */
export type Goal = {
  name: string;
  /** Null: BeSunny keeps no such figure for a workspace. */
  metric: string | null;
  target: number;
  better: "up" | "down";
  least: number;
  /** `perDay`: the figure of a mean day; `growth`: its change against the range before. */
  as: "value" | "perDay" | "growth";
};

const up = { better: "up", as: "value" } as const;
const down = { better: "down", as: "value" } as const;

/** The goals of a workspace. Some have no figure, and a page says the reason. */
export const goals = [
  {
    name: "understanding",
    metric: "times.understanding-slowest",
    target: 5000,
    least: 30,
    ...down,
  },
  { name: "searchTime", metric: "search.slowest", target: 200, least: 100, ...down },
  { name: "accuracy", metric: "quality.confirmed-share", target: 0.95, least: 50, ...up },
  { name: "failures", metric: "documents.failed-share", target: 0.01, least: 100, ...down },
  { name: "satisfaction", metric: "questions.helpful-share", target: 0.9, least: 20, ...up },
  { name: "adoption", metric: "people.active-share", target: 0.8, least: 5, ...up },
  { name: "volume", metric: "documents.ready", target: 10_000, least: 1, ...up, as: "perDay" },
  { name: "growth", metric: "people.active", target: 0.2, least: 5, ...up, as: "growth" },
  { name: "retention", metric: "people.returned-share", target: 0.9, least: 20, ...up },
  { name: "throughput", metric: null, target: 1000, least: 0, ...up },
  { name: "uptime", metric: null, target: 0.999, least: 0, ...up },
  { name: "revenue", metric: null, target: 0, least: 0, ...up },
] as const satisfies readonly Goal[];
export type GoalName = (typeof goals)[number]["name"];

/** The state of a goal: its value and if it is reached, or how many rows there are of those that it needs. */
export type GoalState =
  | { kind: "reached" | "missed"; value: number }
  | { kind: "notEnough"; has: number; needs: number }
  | { kind: "notKept" };

/** A figure with its rows, and the one of the range before. */
export type GoalFigure = {
  total: number | null;
  n: number;
  before: { total: number | null } | null;
};

/** Says if a goal is reached by a figure of a range of some days. It never says so from fewer rows than the goal asks for. */
export function goalState(goal: Goal, figure: GoalFigure, days: number): GoalState {
  if (goal.metric === null) return { kind: "notKept" };
  const has = goal.as === "growth" ? (figure.before?.total ?? 0) : figure.n;
  const value = reachedBy(goal, figure, days);
  if (has < goal.least || value === null) return { kind: "notEnough", has, needs: goal.least };
  const isReached = goal.better === "up" ? value >= goal.target : value <= goal.target;
  return { kind: isReached ? "reached" : "missed", value };
}

function reachedBy({ as }: Goal, { total, before }: GoalFigure, days: number): number | null {
  if (total === null) return null;
  if (as === "perDay") return days > 0 ? total / days : null;
  if (as === "value") return total;
  return before?.total ? (total - before.total) / before.total : null;
}
