import { fitSharpness, logLoss, probabilities, thresholdFor, type Unseen } from "./certainty";
import type { Margins } from "./fit-head";

/** The numbers that turn margins into confidences. Fitted on documents that the weights had not seen. */
export type Calibration = {
  words: number;
  dense: number;
  /** The part of words in the whole, from 0 to 1. */
  share: number;
  whole: number;
  /** The least margin with which a class claims a document. Below it, the document is of a kind that nobody labelled. */
  floor: number;
  /** The least confidence with which the head says a type; null: it never does. */
  threshold: number | null;
};

export type UnseenMargins = Margins & { truth: number };

const SHARES = [0.2, 0.35, 0.5, 0.65, 0.8];
/** The share of right answers on unseen documents that the floor may cost. */
const LOST_TO_FLOOR = 0.03;

/** Fits the calibration to the margins of unseen documents. */
export function calibrate(unseen: readonly UnseenMargins[], errorTarget: number): Calibration {
  const words = fitSharpness(unseen.map(({ words: scores, truth }) => ({ scores, truth })));
  const dense = fitSharpness(unseen.map(({ dense: scores, truth }) => ({ scores, truth })));
  let best = { share: 0.5, whole: 1, loss: Number.POSITIVE_INFINITY };
  for (const share of SHARES) {
    const mixed: Unseen[] = unseen.map((each) => ({
      scores: mixedScores(each, { words, dense, share }),
      truth: each.truth,
    }));
    const whole = fitSharpness(mixed);
    const loss = logLoss(mixed, whole);
    if (loss < best.loss) best = { share, whole, loss };
  }
  const scale = { words, dense, share: best.share, whole: best.whole };
  const judged = unseen.map((each) => {
    const { at, confidence, claim } = sayOf(each, scale);
    return { confidence, claim, isRight: at === each.truth };
  });
  const claims = judged
    .filter(({ isRight }) => isRight)
    .map(({ claim }) => claim)
    .sort((a, b) => a - b);
  const floor = claims[Math.floor(LOST_TO_FLOOR * claims.length)] ?? Number.POSITIVE_INFINITY;
  const claimed = judged.filter(({ claim }) => claim >= floor);
  return { ...scale, floor, threshold: thresholdFor(claimed, errorTarget) };
}

type Scale = Omit<Calibration, "floor" | "threshold">;

/** The answer of a head about a document: the place of the likeliest class, all confidences, and the margin with which the class claims it. */
export type Said = { at: number; confidence: number; confidences: Float64Array; claim: number };

/** Returns what margins say. */
export function sayOf(margins: Margins, scale: Scale): Said {
  const confidences = probabilities(mixedScores(margins, scale), scale.whole);
  let at = 0;
  for (let index = 1; index < confidences.length; index++)
    if ((confidences[index] ?? 0) > (confidences[at] ?? 0)) at = index;
  const claim = ((margins.words[at] ?? 0) + (margins.dense[at] ?? 0)) / 2;
  return { at, confidence: confidences[at] ?? 0, confidences, claim };
}

/** Returns true if the head says its likeliest class, and does not abstain. */
export function isSaid({ confidence, claim }: Said, { floor, threshold }: Calibration): boolean {
  return threshold !== null && confidence >= threshold && claim >= floor;
}

function mixedScores(
  { words, dense }: Margins,
  scale: Pick<Calibration, "words" | "dense" | "share">,
): Float64Array {
  const [byWords, byMeaning] = [
    probabilities(words, scale.words),
    probabilities(dense, scale.dense),
  ];
  return byWords.map(
    (value, index) =>
      scale.share * Math.log(Math.max(1e-9, value)) +
      (1 - scale.share) * Math.log(Math.max(1e-9, byMeaning[index] ?? 0)),
  );
}
