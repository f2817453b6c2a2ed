import type { ChartKind } from "./chart-kinds";

/** The look of a question: its cuts, and whether its parts add up to a whole. */
export type QuestionShape = {
  metrics: number;
  isOverTime: boolean;
  breakOuts: number;
  isAdditive: boolean;
  /** True where the metrics are steps that follow each other. */
  areSteps?: boolean;
};

/** Returns the kind that shows a question best. */
export function suggestKind(shape: QuestionShape): ChartKind {
  const { metrics, isOverTime, breakOuts, isAdditive, areSteps = false } = shape;
  if (metrics > 1 && !isOverTime && breakOuts === 0) return areSteps ? "funnel" : "bars";
  if (isOverTime) return breakOuts > 0 && isAdditive && metrics === 1 ? "stacked" : "line";
  if (breakOuts === 0) return "number";
  if (breakOuts === 1) return "bars";
  return isAdditive ? "stacked" : "table";
}

/** Returns the kinds that can show a question, the best first. */
export function fittingKinds(shape: QuestionShape): ChartKind[] {
  const { metrics, isOverTime, breakOuts, isAdditive } = shape;
  const fitting: ChartKind[] = [suggestKind(shape)];
  if (isOverTime) fitting.push("line");
  if (isOverTime || breakOuts > 0 || metrics > 1) fitting.push("bars");
  if (isAdditive && metrics === 1 && (breakOuts === 2 || (isOverTime && breakOuts === 1)))
    fitting.push("stacked");
  if (metrics > 1 && !isOverTime && breakOuts === 0) fitting.push("funnel");
  if (metrics === 1 && !isOverTime && breakOuts === 0) fitting.push("number");
  return [...new Set<ChartKind>([...fitting, "table"])];
}
