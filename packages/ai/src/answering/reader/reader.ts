import { sentencesOfText } from "@besunny/document-model/sentences";
import { InferenceSession, Tensor } from "onnxruntime-node";
import type { AnswerPassage, Span } from "../../ai";
import {
  CLASSIFY,
  miniLmShape,
  miniLmWeights,
  onnxFile,
  SEPARATE,
} from "../../minilm/minilm-files";
import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import type { Token } from "../../minilm/word-pieces";
import { bestSpan } from "./best-span";
import { ReaderFile, readerTensors } from "./reader-file";
import { outputs, readerOnnx } from "./reader-onnx";
import { windowsOf } from "./windows";
import { withTitle } from "./with-title";

/** The most pieces of a question and of a passage with its title, as in training. */
const MOST_QUESTION = 40;
const MOST_PASSAGE = 250;

/** The best answer in a passage: offsets in its text, and the probability that it answers. */
export type Reading = { span: Span; sentence: Span; score: number };

type Network = { session: InferenceSession; calibration: ReaderFile["calibration"] };
let loading: Promise<Network> | undefined;

async function network(cacheDirectory: string): Promise<Network> {
  const { default: stored } = await import("../../models/reader.json", {
    with: { type: "json" },
  });
  const file = ReaderFile.parse(stored);
  const path = await onnxFile(cacheDirectory, `reader ${file.release}`, async () =>
    readerOnnx(miniLmShape, readerTensors(await miniLmWeights(), file)),
  );
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
    enableCpuMemArena: false,
  });
  return { session, calibration: file.calibration };
}

/** Makes the reader ready, so that the first question need not wait for it. */
export async function loadReader({
  cacheDirectory,
}: Pick<SentenceEncoder, "cacheDirectory">): Promise<Network> {
  loading ??= network(cacheDirectory);
  return loading;
}

/** Reads passages for the words that answer a question. A passage without words to read has no reading. */
export async function readPassages(
  question: string,
  passages: readonly AnswerPassage[],
  encoder: SentenceEncoder,
): Promise<(Reading | null)[]> {
  const loaded = await loadReader(encoder);
  const asked = encoder.split(question, MOST_QUESTION);
  if (asked.length === 0) return passages.map(() => null);
  const readings: (Reading | null)[] = [];
  for (const passage of passages) {
    let best: Reading | null = null;
    for (const window of windowsOf(passage.text, encoder)) {
      const reading = await encoder.inTurn(() =>
        readWindow(loaded, asked, windowText(passage, window), encoder),
      );
      if (!reading || (best && reading.score <= best.score)) continue;
      const placed = ([from, to]: Span): Span => [from + window[0], to + window[0]];
      best = { ...reading, span: placed(reading.span), sentence: placed(reading.sentence) };
    }
    readings.push(best);
  }
  return readings;
}

function windowText({ title, headingPath, text }: AnswerPassage, [start, end]: Span) {
  return withTitle(headingPath.at(-1) ?? title, text.slice(start, end));
}

/** Offsets are those in the window, without its title. */
async function readWindow(
  { session, calibration }: Network,
  asked: readonly Token[],
  { text, from }: { text: string; from: number },
  { split }: SentenceEncoder,
): Promise<Reading | null> {
  const pieces = split(text, MOST_PASSAGE);
  const first = pieces.findIndex(({ start }) => start >= from);
  if (first < 0) return null;
  const ids = [...asked, ...pieces].map(({ id }) => id);
  const begin = asked.length + 2;
  const all = [CLASSIFY, ...ids.slice(0, asked.length), SEPARATE, ...ids.slice(asked.length)];
  all.push(SEPARATE);
  const input = (values: number[]) =>
    new Tensor("int64", BigInt64Array.from(values, BigInt), [1, all.length]);
  const result = await session.run({
    input_ids: input(all),
    attention_mask: input(all.map(() => 1)),
    token_type_ids: input(all.map((_, at) => (at < begin ? 0 : 1))),
  });
  const scores = numbers(result[outputs.spans]);
  const [verdict = 0] = numbers(result[outputs.verdict]);
  const best = bestSpan(scores, [begin + first, begin + pieces.length]);
  const margin = best.score - (scores[0] ?? 0) - (scores[1] ?? 0);
  const [byMargin, byVerdict, constant] = calibration;
  const start = (pieces[best.first - begin]?.start ?? from) - from;
  const end = (pieces[best.last - begin]?.end ?? from) - from;
  const around = sentencesOfText(text.slice(from)).find(([a, b]) => a <= start && start < b);
  return {
    span: [start, end],
    sentence: [around?.[0] ?? start, Math.max(around?.[1] ?? end, end)],
    score: 1 / (1 + Math.exp(-(byMargin * margin + byVerdict * verdict + constant))),
  };
}

function numbers(output: Tensor | undefined): Float32Array {
  if (output?.data instanceof Float32Array) return output.data;
  throw new Error("The reader gave no numbers");
}
