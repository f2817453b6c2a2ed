import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DocumentFeatures, DocumentInput } from "@besunny/ai/ai";
import { askHead } from "@besunny/ai/heads/ask-head";
import { type Head, readHead } from "@besunny/ai/heads/head-file";
import type { HeadExample, HeadMetrics } from "@besunny/ai/heads/head-training";
import { seeded, shuffled } from "@besunny/ai/heads/seeded";
import { trainHead } from "@besunny/ai/heads/train-head";
import { loadSentenceEncoder, type SentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { viewChunks } from "@besunny/ai/understanding/document-view";
import { featuresOf } from "@besunny/ai/understanding/type/nearest-features";
import { z } from "zod";

import { percentile, type Report } from "../report";
import { askPeer } from "../understanding/ask-peer";
import { learnSets, type SetText } from "./sets";

type Options = { data?: string; only?: string };
type Known = SetText & { features: DocumentFeatures | null };
type Round = { name: string; train: Known[]; test: Known[] };

const SIZES = [10, 100];
const SEEDS = 3;
const MOST_CLASSES = 20;
const MOST_TESTED = 30;
const ERROR_TARGET = 0.05;
const Said = z.array(
  z.object({ all: z.array(z.string()), twice: z.array(z.string()), seconds: z.number() }),
);

/**
 * `bench learn --data DIR`: trains heads on 10 and 100 texts of each class of the sets in `data/`. Tests them on texts of other contracts and
 * meetings. TF-IDF with a linear SVM of scikit-learn learns from the same texts, where `PYTHON` names a Python that has it.
 */
export async function learn({ data, only }: Options): Promise<Report> {
  if (!data) throw new Error("Say where the sets lie: --data DIR");
  const cache = await mkdtemp(join(tmpdir(), "bench-learn-"));
  const encoder = await loadSentenceEncoder(cache);
  const rounds: Round[] = [];
  for (const [name, texts] of Object.entries(await learnSets(data)))
    if (!only || only.split(",").includes(name))
      rounds.push(...(await roundsOf(name, texts, encoder)));
  await encoder.close();
  await rm(cache, { recursive: true, force: true });

  const script = await readFile(new URL("learn-peer.py", import.meta.url), "utf8");
  const asked = rounds.map(({ train, test }) => ({
    train: train.map(({ text, label }) => [text, label]),
    test: test.map(({ text }) => text),
  }));
  const answers = await askPeer("learn", script, { rounds: asked });
  const peers = answers === null ? null : Said.parse(answers);

  const report: Report = {};
  const judged = [];
  for (const [index, round] of rounds.entries()) {
    const { test } = round;
    const right = (said: readonly (string | null)[]) =>
      (100 * said.filter((label, at) => label === test[at]?.label).length) / test.length;
    const peer = peers?.[index];
    judged.push({
      ...(await judge(round)),
      name: round.name,
      peer: peer && Math.max(right(peer.all), right(peer.twice)),
      peerSeconds: peer?.seconds,
    });
  }
  for (const [name, same] of Map.groupBy(judged, (each) => each.name)) {
    report[`${name}_classes`] = same[0]?.classes ?? 0;
    report[`${name}_accuracy`] = mean(same.map(({ accuracy }) => accuracy));
    if (peers) report[`${name}_peer_accuracy`] = mean(same.map(({ peer }) => peer ?? 0));
    report[`${name}_answered`] = mean(same.map(({ answered }) => answered));
    report[`${name}_answered_right`] = mean(same.map(({ answeredRight }) => answeredRight));
    report[`${name}_own_estimate`] = mean(same.map(({ metrics }) => 100 * metrics.grouped.value));
    report[`${name}_calibration_error`] = mean(
      same.map(({ metrics }) => 100 * metrics.calibrationError),
    );
    report[`${name}_train_cpu_seconds`] = mean(
      same.map(({ metrics }) => metrics.cpuMilliseconds / 1_000),
    );
    if (peers) report[`${name}_peer_cpu_seconds`] = mean(same.map((each) => each.peerSeconds ?? 0));
    report[`${name}_ask_p95_ms`] = mean(same.map(({ askMilliseconds }) => askMilliseconds));
    report[`${name}_kilobytes`] = mean(same.map(({ bytes }) => bytes / 1_024));
  }
  return report;
}

/** Draws texts to learn from and texts of other groups to test. A set without enough texts of a size has no round of it. */
async function roundsOf(
  name: string,
  texts: readonly SetText[],
  encoder: SentenceEncoder,
): Promise<Round[]> {
  const rounds: Round[] = [];
  const features = new Map<SetText, DocumentFeatures | null>();
  const known = async (text: SetText): Promise<Known> => {
    if (!features.has(text)) features.set(text, await featuresFor(text.text, encoder));
    return { ...text, features: features.get(text) ?? null };
  };
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = seeded(seed);
    const groups = shuffled([...new Set(texts.map(({ group }) => group))].sort(), random);
    const tested = new Set(groups.slice(0, Math.ceil(groups.length / 3)));
    const byClass = [...Map.groupBy(texts, ({ label }) => label).values()]
      .map((own) => shuffled(own, random))
      .map((own) => ({
        test: own.filter(({ group }) => tested.has(group)).slice(0, MOST_TESTED),
        train: own.filter(({ group }) => !tested.has(group)),
      }));
    for (const size of SIZES) {
      const enough = byClass.filter(({ train }) => train.length >= size).slice(0, MOST_CLASSES);
      if (enough.length < 2) continue;
      rounds.push({
        name: `${name}_${size}`,
        train: await inTurn(
          enough.flatMap(({ train }) => train.slice(0, size)),
          known,
        ),
        test: await inTurn(
          enough.flatMap(({ test }) => test),
          known,
        ),
      });
    }
  }
  return rounds;
}

async function inTurn<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>) {
  const made: Out[] = [];
  for (const item of items) made.push(await work(item));
  return made;
}

async function featuresFor(
  text: string,
  encoder: SentenceEncoder,
): Promise<DocumentFeatures | null> {
  const document: DocumentInput = {
    title: "",
    fileName: "",
    format: "txt",
    text,
    blocks: [{ kind: "paragraph", page: 1, span: [0, text.length] }],
    pageCount: 1,
    metadata: {},
  };
  return featuresOf({ document, chunks: await viewChunks(document, encoder) });
}

async function judge({ train, test }: Round) {
  const examples = train.map(
    ({ text, label, group, features }, at): HeadExample => ({
      documentId: String(at),
      label,
      cluster: group,
      split: "train",
      text,
      features,
    }),
  );
  const trained = await trainHead({ examples, seed: 1, errorTarget: ERROR_TARGET });
  if (trained.kind === "refused") throw new Error(JSON.stringify(trained.problems));
  const head: Head = readHead(trained.bytes);
  const metrics: HeadMetrics = trained.metrics;
  const times: number[] = [];
  const said = test.map(({ text, label, features }) => {
    const began = performance.now();
    const answer = askHead(head, text, features);
    times.push(performance.now() - began);
    return { label, first: answer?.candidates[0]?.name, name: answer?.name ?? null };
  });
  const answered = said.filter(({ name }) => name !== null);
  return {
    classes: metrics.classes.length,
    accuracy: (100 * said.filter(({ first, label }) => first === label).length) / said.length,
    answered: (100 * answered.length) / said.length,
    answeredRight:
      (100 * answered.filter(({ name, label }) => name === label).length) /
      Math.max(1, answered.length),
    metrics,
    askMilliseconds: percentile(times, 0.95),
    bytes: trained.bytes.length,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
