import type { Repositories } from "@besunny/db/database";
import { conflict } from "../../errors";
import { rulesWith, type Tried, toldUntil } from "../contract/retention";

type Tools = Pick<Repositories, "retained" | "retentionRules">;

/** Counts what a rule would decide. `due` documents would go to the trash within a week. */
export async function countGoing(
  { retained, retentionRules }: Tools,
  tried: Tried,
  now: Date,
): Promise<{ decided: number; held: number; due: number; nextAt: Date | null }> {
  const { rules, ruleId } = rulesWith(await retentionRules.list(), tried);
  const counts = await retained.countByRule(rules, { now, by: toldUntil(now) });
  const mine = counts.find((each) => each.ruleId === ruleId);
  return mine ?? { decided: 0, held: 0, due: 0, nextAt: null };
}

/** Throws `CONFLICT` unless as many documents are due as the preview has said. */
export async function mustBePreviewed(
  tools: Tools,
  tried: Tried,
  { now, expected }: { now: Date; expected: number },
): Promise<void> {
  const { due } = await countGoing(tools, tried, now);
  if (due !== expected)
    conflict(
      `This rule would move ${due} documents to the trash, not ${expected}`,
      "Look at the preview again, then save.",
    );
}
