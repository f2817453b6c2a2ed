import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { cuesOf } from "../../src/meetings/cues/cues-of";
import { decisionFeatures } from "../../src/meetings/decisions/decision-features";
import { decisionInput, decisionSureness } from "../../src/meetings/decisions/decision-model";
import { resolutions } from "../../src/meetings/decisions/resolutions";
import { signsOf } from "../../src/meetings/decisions/signs-of";
import { encodeMeeting } from "../../src/meetings/meeting-vectors";
import { viewMeeting } from "../../src/meetings/meeting-view";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import { fitBinary } from "../fit-binary";
import { base64 } from "../fit-logistic";
import { qmsum } from "./qmsum";

const FOLDS = 10;
/** The cost of large weights, for each sentence. */
const SHRINK = 0.0035;
const shown = [0.3, 0.4, 0.5] as const;

type Labelled = {
  meeting: string;
  features: number[];
  vector: Float32Array;
  isDecision: boolean;
};
type Labels = Record<string, { decisions: [number, number][]; others: [number, number][] }>;

/** Fits the model of decisions on `evals/samples/meeting-decisions.json`. Prints how sure it is of sentences of meetings that were left out. */
export async function trainDecisions(encoder: SentenceEncoder): Promise<void> {
  const all = await labelled(encoder);
  const meetings = [...new Set(all.map(({ meeting }) => meeting))];
  const foldOf = (meeting: string) => meetings.indexOf(meeting) % FOLDS;
  for (const [name, withVector] of [
    ["signs", false],
    ["english", true],
  ] as const) {
    const judged: { sure: number; isDecision: boolean }[] = [];
    for (let fold = 0; fold < FOLDS; fold++) {
      const weights = fit(
        all.filter(({ meeting }) => foldOf(meeting) !== fold),
        withVector,
      );
      const model = { signs: weights, english: weights };
      for (const { meeting, features, vector, isDecision } of all)
        if (foldOf(meeting) === fold)
          judged.push({
            sure: decisionSureness(features, withVector ? vector : null, model),
            isDecision,
          });
    }
    report(name, judged);
  }
  const model = {
    release: "1",
    signs: base64(fit(all, false)),
    english: base64(fit(all, true)),
  };
  writeFileSync(
    fileURLToPath(new URL("../../src/models/decisions.json", import.meta.url)),
    `${JSON.stringify(model, null, 2)}\n`,
  );
}

function fit(all: readonly Labelled[], withVector: boolean): Float32Array {
  const inputs = all.map(({ features, vector }) =>
    decisionInput(features, withVector ? vector : null),
  );
  return fitBinary(
    inputs,
    all.map(({ isDecision }) => isDecision),
    { shrink: SHRINK },
  );
}

function report(name: string, judged: readonly { sure: number; isDecision: boolean }[]): void {
  const ranked = judged.toSorted((a, b) => b.sure - a.sure);
  let right = 0;
  let precision = 0;
  for (const [at, { isDecision }] of ranked.entries()) {
    if (!isDecision) continue;
    right += 1;
    precision += right / (at + 1);
  }
  console.log(
    `decisions by ${name}, sentences of meetings left out:`,
    `${judged.length}, decisions ${right}, average precision ${(precision / right).toFixed(3)},`,
    ...shown.map((least) => {
      const above = judged.filter(({ sure }) => sure >= least);
      const share = above.filter(({ isDecision }) => isDecision).length / above.length;
      return `from ${least}: ${above.length}, right ${share.toFixed(2)};`;
    }),
  );
}

async function labelled(encoder: SentenceEncoder): Promise<Labelled[]> {
  const path = new URL("../../evals/samples/meeting-decisions.json", import.meta.url);
  const { meetings }: { meetings: Labels } = JSON.parse(readFileSync(path, "utf8"));
  const [cues, signs] = [cuesOf("en"), signsOf("en")];
  const all: Labelled[] = [];
  for (const { name, input } of qmsum("train")) {
    const labels = meetings[name];
    if (!labels) continue;
    const view = viewMeeting(input, "en");
    const vectors = await encodeMeeting(view, encoder);
    const resolutionOf = resolutions(view, cues);
    const add = (places: readonly [number, number][], isDecision: boolean) => {
      for (const [number, place] of places) {
        const turn = view.turnAt(number);
        const said = turn && view.saidIn(turn).find(({ span }) => span[0] - turn.span[0] === place);
        const vector = said && vectors.vectorOf(said.span);
        if (!said || !vector) throw new Error(`No sentence begins at ${place} of turn ${number}`);
        const features = decisionFeatures(said, resolutionOf(said), { view, cues, signs });
        all.push({ meeting: name, features, vector, isDecision });
      }
    };
    add(labels.decisions, true);
    add(labels.others, false);
  }
  return all;
}
