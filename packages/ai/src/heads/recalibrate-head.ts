import { featuresVersion } from "../understanding/type/nearest-features";
import { calibrate, isSaid, sayOf, type UnseenMargins } from "./calibration";
import { marginsOf } from "./fit-head";
import { headCase } from "./head-case";
import { readHead, withCalibration } from "./head-file";
import type { HeadRecalibration, HeadRecalibrationInput } from "./head-training";
import { type Judged, measure } from "./measure-head";
import { wilson } from "./wilson";

/** The labels that confidences need at least. */
const LEAST_LABELS = 30;

/**
 * Fits the confidences and the threshold of a head to documents that it did not learn from. Its weights stay. The figures are of each half of
 * the documents with the other half's calibration. Returns null if there are too few documents, or if the head cannot read them.
 */
export function recalibrateHead({
  bytes,
  examples,
  errorTarget,
}: HeadRecalibrationInput): HeadRecalibration | null {
  const startedAt = process.cpuUsage();
  const head = readHead(bytes);
  if (head.featuresVersion !== featuresVersion) return null;
  const unseen = examples.flatMap(({ label, text, features }): UnseenMargins[] => {
    const truth = head.classes.indexOf(label);
    const read = headCase(text, features);
    return truth < 0 || !read ? [] : [{ ...marginsOf(head, read), truth }];
  });
  if (unseen.length < LEAST_LABELS) return null;

  const half = (side: number) => unseen.filter((_, index) => index % 2 === side);
  const judged = [0, 1].flatMap((side) => {
    const calibration = calibrate(half(1 - side), errorTarget);
    return half(side).map(({ truth, ...margins }): Judged => {
      const said = sayOf(margins, calibration);
      const { at: guess, confidence } = said;
      return { truth, guess, confidence, isSaid: isSaid(said, calibration) };
    });
  });
  const calibration = calibrate(unseen, errorTarget);
  const { user, system } = process.cpuUsage(startedAt);
  const figures = measure(judged, head.classes);
  return {
    ...withCalibration(bytes, calibration),
    metrics: {
      labels: unseen.length,
      classes: head.classes,
      leftOut: [],
      ...figures,
      random: wilson(judged.filter(({ truth, guess }) => truth === guess).length, judged.length),
      test: null,
      threshold: calibration.threshold,
      errorTarget,
      curve: [],
      cpuMilliseconds: Math.round((user + system) / 1_000),
    },
  };
}
