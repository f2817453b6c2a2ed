import { readFileSync } from "node:fs";

import type { MeetingFindings } from "../../src/meetings/meeting";
import type { MarkedMeeting } from "./qmsum";
import { scoreOf } from "./scores";

/** The turns of each labelled action, by the name of the meeting. */
type Labels = Record<string, number[][]>;
type Understood = { meeting: MarkedMeeting; found: MeetingFindings };

/** Reads the sets of labelled actions; the file says how each was made. */
export function labelledActions(): Record<
  "meetings" | "others" | "later" | "first" | "second",
  Labels
> {
  const path = new URL("../../evals/samples/meeting-actions.json", import.meta.url);
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Actions and decisions of meetings that were read as a whole. `unsure` could be read both ways: they are right if found, and not missed. */
export type WholeLabels = Record<"decisions" | "actions", Labels> & {
  unsure: Record<string, Record<"decisions" | "actions", number[][]>>;
};

/** Reads the labels of the meetings that were read as a whole. */
export function wholeLabels(): WholeLabels {
  const path = new URL("../../evals/samples/meeting-whole.json", import.meta.url);
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Scores one kind of finding in meetings that were read as a whole; beside it, turns in which a plain search finds a word. */
export function wholeScores(
  kind: "decisions" | "actions",
  all: readonly { name: string; places: number[][] }[],
  labels: WholeLabels,
) {
  let [right, found, hit, wanted] = [0, 0, 0, 0];
  for (const { name, places } of all) {
    const sure = labels[kind][name] ?? [];
    const either = [...sure, ...(labels.unsure[name]?.[kind] ?? [])];
    right += places.filter((turns) => either.some((group) => shares(group, turns))).length;
    found += places.length;
    hit += sure.filter((group) => places.some((turns) => shares(group, turns))).length;
    wanted += sure.length;
  }
  const precision = scoreOf(right, found, 1).precision;
  const recall = scoreOf(hit, 1, wanted).recall;
  return {
    wanted,
    found,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
  };
}

/** An action that is found is right if one of its turns is of a labelled one. */
export function actionScores(prefix: string, all: readonly Understood[], labels: Labels) {
  let [right, found, hit, wanted] = [0, 0, 0, 0];
  for (const { meeting, found: findings } of all) {
    const groups = labels[meeting.name];
    if (!groups) continue;
    const places = findings.actions.map(({ evidence }) => evidence.flatMap(({ turns }) => turns));
    right += places.filter((turns) => groups.some((group) => shares(group, turns))).length;
    found += places.length;
    hit += groups.filter((group) => places.some((turns) => shares(group, turns))).length;
    wanted += groups.length;
  }
  return {
    [`${prefix}_labelled`]: wanted,
    [`${prefix}_found`]: found,
    [`${prefix}_precision`]: scoreOf(right, found, 1).precision,
    [`${prefix}_recall`]: scoreOf(hit, 1, wanted).recall,
  };
}

/** Compares two labellings: F1 of their actions, and Cohen's kappa of their turns. */
export function agreement(first: Labels, second: Labels, meetings: readonly MarkedMeeting[]) {
  const hits = (of: Labels, other: Labels) =>
    Object.entries(of).flatMap(([name, groups]) =>
      groups.map((group) => (other[name] ?? []).some((each) => shares(group, each))),
    );
  const share = (all: readonly boolean[]) => all.filter(Boolean).length / all.length;
  const [one, two] = [share(hits(first, second)), share(hits(second, first))];
  let [turns, inFirst, inSecond, inBoth] = [0, 0, 0, 0];
  for (const { name, input } of meetings) {
    if (!first[name]) continue;
    const [a, b] = [new Set(first[name]?.flat()), new Set(second[name]?.flat())];
    turns += input.turns.length;
    inFirst += a.size;
    inSecond += b.size;
    inBoth += [...a].filter((turn) => b.has(turn)).length;
  }
  const same = (turns - inFirst - inSecond + 2 * inBoth) / turns;
  const chance = (inFirst * inSecond + (turns - inFirst) * (turns - inSecond)) / (turns * turns);
  return {
    actions_agreement_f1: (2 * one * two) / (one + two),
    actions_agreement_kappa: (same - chance) / (1 - chance),
  };
}

function shares(one: readonly number[], other: readonly number[]): boolean {
  return one.some((turn) => other.includes(turn));
}
