import { percentile, type Report } from "../report";
import { type Judgement, type Outcome, outcomes } from "./judge";

export type Judgment = Judgement & {
  /** The groups that the question counts in, such as its form. */
  groups: string[];
  answerable: boolean;
  msToFirstWord: number | null;
};

/** Prints a table of the outcomes by group, and returns the shares of all and of each group, in per cent. */
export function tally(judged: readonly Judgment[]): Report {
  const groups = [...new Set(judged.flatMap((each) => each.groups))].sort();
  const columns = ["questions", ...outcomes, "proven"];
  console.log(["".padEnd(24), ...columns.map((name) => name.padStart(17))].join(""));
  const report: Report = sharesOf(judged);
  print("all", judged);
  for (const group of groups) {
    const those = judged.filter((each) => each.groups.includes(group));
    print(group, those);
    for (const [key, value] of Object.entries(sharesOf(those)))
      report[`${group.replaceAll(/\W+/g, "_")}_${key}`] = value;
  }
  const times = judged.flatMap(({ msToFirstWord }) => msToFirstWord ?? []);
  report.first_word_p50_ms = percentile(times, 0.5);
  report.first_word_p95_ms = percentile(times, 0.95);
  return report;
}

function print(name: string, judged: readonly Judgment[]): void {
  const cells = [
    judged.length,
    ...outcomes.map((outcome) => countOf(judged, outcome)),
    judged.filter(({ isProven }) => isProven).length,
  ];
  console.log([name.padEnd(24), ...cells.map((cell) => String(cell).padStart(17))].join(""));
}

function sharesOf(judged: readonly Judgment[]): Report {
  const answerable = judged.filter((each) => each.answerable);
  const unanswerable = judged.filter((each) => !each.answerable);
  const share = (part: number, whole: number) => (whole > 0 ? (100 * part) / whole : 0);
  const report: Report = { questions: judged.length };
  if (answerable.length > 0) {
    const right = countOf(answerable, "first_sentence");
    report.right_first = share(right, answerable.length);
    report.right = share(right + countOf(answerable, "elsewhere"), answerable.length);
    report.declined_wrongly = share(countOf(answerable, "declined_wrongly"), answerable.length);
    report.proven = share(answerable.filter((each) => each.isProven).length, answerable.length);
  }
  report.wrong = share(countOf(judged, "wrong"), judged.length);
  report.broken = share(countOf(judged, "broken"), judged.length);
  if (unanswerable.length > 0)
    report.declined_rightly = share(countOf(unanswerable, "declined_rightly"), unanswerable.length);
  return report;
}

function countOf(judged: readonly Judgment[], outcome: Outcome): number {
  return judged.filter((each) => each.outcome === outcome).length;
}
