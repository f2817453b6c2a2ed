import type { Cues } from "../cues/cues";
import type { MeetingView, Said } from "../meeting-view";
import { wordsOf } from "../spoken";
import type { Resolution } from "./resolutions";
import { type DecisionSigns, signNames } from "./signs";

/** A meeting of fewer turns has no beginning and no end that say something. */
const LEAST_TURNS = 60;
const BEGINNING = 0.06;
const END = 0.85;
const LENGTHS = [7, 20, 35] as const;

type Given = { view: MeetingView; cues: Cues; signs: DecisionSigns };

/**
 * Returns the signs of a decision in and around a sentence, each 0 or 1. They mean the same in all languages that have cues, so one model reads
 * them all.
 */
export function decisionFeatures(
  said: Said,
  { agreements, objections, first }: Resolution,
  { view, cues, signs }: Given,
): number[] {
  const { text, turn } = said;
  const before = view.sentences[said.at - 1]?.text ?? "";
  const words = wordsOf(text).length;
  const place = view.turns.length < LEAST_TURNS ? 0.5 : turn.number / view.turns.length;
  return [
    ...signNames.map((name) => signs[name].test(text)),
    cues.decides.test(text),
    cues.proposes.test(text),
    cues.noDecision.test(text),
    cues.commits.test(text),
    cues.requests.test(text),
    cues.postponed.test(text),
    cues.unknown.test(text),
    agreements.length > 0,
    agreements.length > 1,
    first === "agrees",
    objections.length > 0,
    first === "objects",
    cues.agrees.test(before),
    before.endsWith("?"),
    signs.aboutDeciding.test(before),
    ...LENGTHS.map((length) => words > length),
    place < BEGINNING,
    place > END,
  ].map(Number);
}
