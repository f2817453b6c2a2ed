import type { MeetingDecision, MeetingStatement, MeetingTopic } from "../meeting";

/** The most turns before and after a decision that are taken to be about it. */
const BEFORE = 100;
const AFTER = 40;

/** Returns a statement with the turns around it that are of the same topic. */
export function withDiscussion<Statement extends MeetingStatement & { topic: number }>(
  each: Statement,
  topics: readonly MeetingTopic[],
): Statement & Pick<MeetingDecision, "discussion"> {
  const turns = each.evidence.flatMap((one) => one.turns);
  const { firstTurn = 1, lastTurn = Number.POSITIVE_INFINITY } = topics[each.topic] ?? {};
  return {
    ...each,
    discussion: {
      firstTurn: Math.max(firstTurn, Math.min(...turns) - BEFORE),
      lastTurn: Math.min(lastTurn, Math.max(...turns) + AFTER),
    },
  };
}
