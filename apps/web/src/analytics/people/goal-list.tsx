"use client";

import {
  type Goal,
  type GoalState,
  goalState,
  goals,
  type MetricQuery,
} from "@besunny/api/browser/figures";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useAnswers } from "@besunny/web-kit/figures/use-answers";
import { useFigureWords } from "@besunny/web-kit/figures/use-figure-words";
import { useMetrics } from "@besunny/web-kit/figures/use-metrics";
import { useFormatter, useTranslations } from "next-intl";

import type { BoardPlace } from "../use-board-place";

const DAY_MS = 86_400_000;
const tones = { reached: "text-good", missed: "text-bad", notEnough: "", notKept: "" } as const;

/** The goals of BeSunny, with how far each is reached. A goal with too little behind it says so. */
export function GoalList({ place }: { place: BoardPlace }) {
  const t = useTranslations("analytics");
  const { byName } = useMetrics();
  const { from, to, timeZone } = place;
  const queryOf = (metric: string): MetricQuery => ({
    metric,
    from,
    to,
    timeZone,
    grain: "none",
    breakOuts: [],
    filters: [],
    compare: "before",
    limit: 1,
  });
  const answers = useAnswers(
    goals.flatMap(({ metric }) => (metric && byName.has(metric) ? [queryOf(metric)] : [])),
  );
  const days = Math.max(1, Math.round((to.getTime() - from.getTime()) / DAY_MS));
  if (byName.size === 0) return <Skeleton className="h-40" />;

  return (
    <section aria-labelledby="figures-goals">
      <h2 id="figures-goals" className="font-semibold">
        {t("goals")}
      </h2>
      <p className="mb-2 max-w-[70ch] text-n11 text-sm">{t("goalsHint")}</p>
      <Table label={t("goals")}>
        <thead>
          <tr>
            <TableHead>{t("goal")}</TableHead>
            <TableHead numeric>{t("target")}</TableHead>
            <TableHead numeric>{t("value")}</TableHead>
            <TableHead>{t("state")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => {
            const outcome = goal.metric && answers.of(queryOf(goal.metric));
            const state =
              goal.metric === null
                ? ({ kind: "notKept" } as const)
                : outcome?.ok
                  ? goalState(goal, outcome.answer, days)
                  : null;
            return (
              <TableRow key={goal.name}>
                <TableCell className="min-w-56 py-2">
                  <span className="block font-medium">{t(`goal_${goal.name}`)}</span>
                  <span className="block text-n11 text-xs">
                    {(goal.metric && byName.get(goal.metric)?.definition) ??
                      t(`why_${goal.name as "throughput" | "uptime" | "revenue"}`)}
                  </span>
                </TableCell>
                <GoalCells goal={goal} state={state} />
              </TableRow>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}

function GoalCells({ goal, state }: { goal: Goal; state: GoalState | null }) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const words = useFigureWords();
  const { byName } = useMetrics();
  const unit = (goal.metric && byName.get(goal.metric)?.unit) || "rows";
  const text = (value: number) =>
    goal.as === "growth"
      ? format.number(value, {
          style: "percent",
          signDisplay: "exceptZero",
          maximumFractionDigits: 1,
        })
      : words.valueText(unit, value);
  const isShown = state && "value" in state;

  return (
    <>
      <TableCell numeric>
        {goal.name === "revenue"
          ? "–"
          : t(goal.better === "up" ? "atLeast" : "atMost", {
              value:
                goal.name === "uptime"
                  ? format.number(goal.target, { style: "percent", maximumFractionDigits: 1 })
                  : text(goal.target),
            })}
      </TableCell>
      <TableCell numeric>{isShown ? text(state.value) : "–"}</TableCell>
      <TableCell className={state ? tones[state.kind] : ""}>
        {state &&
          (state.kind === "notEnough"
            ? t("notEnough", { has: state.has, needs: state.needs })
            : t(`state_${state.kind}`))}
      </TableCell>
    </>
  );
}
