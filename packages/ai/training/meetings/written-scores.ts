import { understandMeeting } from "../../src/meetings/understand-meeting";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import { scoreOf } from "./scores";
import { writtenMeetings } from "./written-meetings";

const kinds = ["decisions", "actions", "questions"] as const;
const languages = ["en", "de"] as const;

/**
 * Measures what is found in the written meetings, the languages apart. Owners and days are of the actions that were found: the share that is as
 * labelled, also where none is.
 */
export async function writtenScores(encoder: SentenceEncoder): Promise<Record<string, number>> {
  const counts = new Map<string, number>();
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);
  for (const { input, labels } of writtenMeetings()) {
    const findings = await understandMeeting(input, encoder);
    const language = input.language ?? "";
    for (const kind of kinds) {
      const found = findings[kind].map((each) => ({
        each,
        turns: each.evidence.flatMap(({ turns }) => turns),
      }));
      const shares = (one: readonly number[], other: readonly number[]) =>
        one.some((turn) => other.includes(turn));
      add(`${language}_${kind}_found`, found.length);
      add(`${language}_${kind}_wanted`, labels[kind].length);
      add(
        `${language}_${kind}_right`,
        found.filter(({ turns }) => labels[kind].some((label) => shares(label.turns, turns)))
          .length,
      );
      add(
        `${language}_${kind}_hit`,
        labels[kind].filter((label) => found.some(({ turns }) => shares(label.turns, turns)))
          .length,
      );
    }
    for (const label of labels.actions) {
      const action = findings.actions.find(({ evidence }) =>
        evidence.some(({ turns }) => turns.some((turn) => label.turns.includes(turn))),
      );
      if (!action) continue;
      add(`${language}_matched`, 1);
      add(`${language}_owners`, Number((action.owner?.name ?? null) === label.owner));
      add(`${language}_dues`, Number((action.due?.on ?? null) === label.due));
    }
  }
  const of = (key: string) => counts.get(key) ?? 0;
  const report: Record<string, number> = {};
  for (const language of languages) {
    for (const kind of kinds) {
      const key = `${language}_${kind}`;
      report[`written_${key}`] = of(`${key}_wanted`);
      report[`written_${key}_precision`] = scoreOf(
        of(`${key}_right`),
        of(`${key}_found`),
        1,
      ).precision;
      report[`written_${key}_recall`] = scoreOf(of(`${key}_hit`), 1, of(`${key}_wanted`)).recall;
    }
    const matched = Math.max(1, of(`${language}_matched`));
    report[`written_${language}_owners_right`] = of(`${language}_owners`) / matched;
    report[`written_${language}_days_right`] = of(`${language}_dues`) / matched;
  }
  return report;
}
