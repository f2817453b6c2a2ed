import { featuresVersion } from "../understanding/type/nearest-features";
import { calibrate, isSaid, sayOf, type UnseenMargins } from "./calibration";
import { enoughLabels } from "./enough-labels";
import { fitHead, type Margins, marginsOf, type Pause } from "./fit-head";
import { groupedFolds, randomFolds } from "./folds";
import { headCase, type ReadExample } from "./head-case";
import { writeHead } from "./head-file";
import type { HeadTraining, HeadTrainingInput } from "./head-training";
import { learningCurve } from "./learning-curve";
import { type Judged, measure } from "./measure-head";
import { wilson } from "./wilson";

const FOLDS = 5;
const RANDOM_FOLDS = 3;

/**
 * Trains a head on labelled documents. Confidences and threshold come from documents that were held out in turn, always with all of their
 * cluster. The same input and seed give the same bytes. Refuses, with what is missing, if fewer than two classes can be learned.
 */
export async function trainHead(
  { examples, seed, errorTarget }: HeadTrainingInput,
  pause: Pause = async () => {},
): Promise<HeadTraining> {
  const startedAt = process.cpuUsage();
  const read: ReadExample[] = examples.flatMap(({ label, cluster, split, text, features }) => {
    const made = headCase(text, features);
    return made ? [{ label, cluster, split, read: made }] : [];
  });
  const { usable, leftOut, problems } = enoughLabels(read.filter(({ split }) => split === "train"));
  if (problems.length > 0) return { kind: "refused", problems };

  const classes = [...new Set(usable.map(({ label }) => label))].sort();
  const given = { classes, seed, pause };
  const unseen = await outOfFold(usable, groupedFolds(usable, FOLDS, seed), given);
  const calibration = calibrate(unseen, errorTarget);
  const judge = ({ truth, ...margins }: UnseenMargins): Judged => {
    const said = sayOf(margins, calibration);
    return {
      truth,
      guess: said.at,
      confidence: said.confidence,
      isSaid: isSaid(said, calibration),
    };
  };
  const leaking = await outOfFold(usable, randomFolds(usable, RANDOM_FOLDS, seed), given);
  const fitted = await fitHead(usable, given);
  const tested = read
    .filter(({ split, label }) => split === "test" && classes.includes(label))
    .map((each) => judge({ ...marginsOf(fitted, each.read), truth: classes.indexOf(each.label) }));
  const curve = await learningCurve(usable, { seed, scale: calibration, pause });
  const { bytes, sha256 } = writeHead(fitted, { calibration, featuresVersion });
  const { user, system } = process.cpuUsage(startedAt);
  return {
    kind: "trained",
    bytes,
    sha256,
    metrics: {
      labels: usable.length,
      classes,
      leftOut,
      ...measure(unseen.map(judge), classes),
      random: rightOf(leaking.map(judge)),
      test: tested.length > 0 ? rightOf(tested) : null,
      threshold: calibration.threshold,
      errorTarget,
      curve,
      cpuMilliseconds: Math.round((user + system) / 1_000),
    },
  };
}

function rightOf(judged: readonly Judged[]) {
  return wilson(judged.filter(({ truth, guess }) => truth === guess).length, judged.length);
}

/** Returns the margins of each document by weights that were fitted to the other folds. A class that these do not have claims nothing. */
async function outOfFold(
  examples: readonly ReadExample[],
  folds: readonly number[],
  { classes, seed, pause }: { classes: readonly string[]; seed: number; pause: Pause },
): Promise<UnseenMargins[]> {
  const unseen: UnseenMargins[] = [];
  for (const fold of [...new Set(folds)].sort((a, b) => a - b)) {
    const others = examples.filter((_, index) => folds[index] !== fold);
    const fitted = await fitHead(others, { seed, pause });
    for (const [index, { label, read }] of examples.entries())
      if (folds[index] === fold)
        unseen[index] = {
          ...inOrder(marginsOf(fitted, read), fitted.classes, classes),
          truth: classes.indexOf(label),
        };
  }
  return unseen;
}

const NEVER = -3;

function inOrder(margins: Margins, from: readonly string[], to: readonly string[]): Margins {
  const places = to.map((name) => from.indexOf(name));
  const moved = (values: Float64Array) =>
    Float64Array.from(places, (place) => (place < 0 ? NEVER : (values[place] ?? NEVER)));
  return { words: moved(margins.words), dense: moved(margins.dense) };
}
