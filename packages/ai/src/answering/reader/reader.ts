import { InferenceSession, Tensor } from "onnxruntime-node";
import type { AnswerPassage, Span } from "../../ai";
import { DIMENSIONS } from "../../minilm/embedding-model";
import type { EncodedTokens, SentenceEncoder } from "../../minilm/sentence-encoder";
import { bestSpan } from "./best-span";
import { kindsOfQuestion, questionWords } from "./question-words";
import { ReaderFile } from "./reader-file";
import { outputs, readerOnnx } from "./reader-onnx";
import { readyPassage, withTitle } from "./ready-passage";
import { SHARE_FEATURE, TOKEN_FEATURES, tokenFeatures } from "./token-features";
import { windowsOf } from "./windows";

/** Passages whose vectors are kept, about 1 MB each. */
const MOST_KNOWN = 40;

/** The best answer in a passage: offsets in its text, and the probability that it answers. */
export type Reading = { span: Span; sentence: Span; score: number };

type Network = { session: InferenceSession; file: ReaderFile };
let loading: Promise<Network> | undefined;
const known = new Map<string, EncodedTokens>();

async function network(): Promise<Network> {
  const { default: stored } = await import("../../models/reader.json", {
    with: { type: "json" },
  });
  const file = ReaderFile.parse(stored);
  const session = await InferenceSession.create(readerOnnx(file), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
  });
  return { session, file };
}

/** Makes the reader ready, so that the first question need not wait for it. */
export async function loadReader(): Promise<void> {
  loading ??= network();
  await loading;
}

/** Reads passages for the words that answer a question. A passage without words to read has no reading. */
export async function readPassages(
  question: string,
  passages: readonly AnswerPassage[],
  encoder: SentenceEncoder,
): Promise<(Reading | null)[]> {
  loading ??= network();
  const { session, file } = await loading;
  const asked = await encoder.encodeTokens(question);
  const read = asked.tokens.slice(0, file.question);
  if (read.length === 0) return passages.map(() => null);
  const words = questionWords(question, asked.tokens);
  const kinds = kindsOfQuestion(question);
  const vectors = matrix(both({ ...asked, tokens: read }), read.length);

  async function readWindow(passage: AnswerPassage, window: Span): Promise<Reading | null> {
    const shown = windowText(passage, window);
    const encoded = await encodedOnce(shown.text, encoder);
    const ready = readyPassage(shown, encoded.tokens);
    const first = encoded.tokens.findIndex(({ start }) => start >= shown.from);
    if (first < 0) return null;
    const own = tokenFeatures(ready, words);
    const result = await session.run(
      {
        passage: matrix(both(encoded), encoded.tokens.length),
        question: vectors,
        numbers: matrix(joined(own, kinds, encoded.tokens.length), encoded.tokens.length),
      },
      Object.values(outputs),
    );
    const best = bestSpan(
      numbers(result[outputs.spans]),
      first,
      (index) => file.favour * shareAt(own, index),
    );
    const share = shareAt(own, best.first);
    const [none = 0, some = 0] = numbers(result[outputs.verdict]);
    const start = encoded.tokens[best.first]?.start;
    const end = encoded.tokens[best.last]?.end;
    if (start === undefined || end === undefined) return null;
    const [margin, verdict, shared, constant] = file.calibration;
    const score = best.score - file.favour * share - 2 * none;
    const logit = margin * score + verdict * some + shared * share + constant;
    const placed = ([from, to]: Span): Span => [
      from - shown.from + window[0],
      to - shown.from + window[0],
    ];
    const around = ready.sentences.find(([from, to]) => from <= start && start < to);
    const sentence: Span = [around?.[0] ?? start, Math.max(around?.[1] ?? end, end)];
    return {
      span: placed([start, end]),
      sentence: placed(sentence),
      score: 1 / (1 + Math.exp(-logit)),
    };
  }

  const readings: (Reading | null)[] = [];
  for (const passage of passages) {
    let best: Reading | null = null;
    for (const window of windowsOf(passage.text, encoder)) {
      const reading = await readWindow(passage, window);
      if (reading && (!best || reading.score > best.score)) best = reading;
    }
    readings.push(best);
  }
  return readings;
}

function windowText({ title, headingPath, text }: AnswerPassage, [start, end]: Span) {
  return withTitle(headingPath.at(-1) ?? title, text.slice(start, end));
}

async function encodedOnce(text: string, encoder: SentenceEncoder): Promise<EncodedTokens> {
  const before = known.get(text);
  known.delete(text);
  const encoded = before ?? (await encoder.encodeTokens(text));
  known.set(text, encoded);
  const oldest = known.keys().next();
  if (known.size > MOST_KNOWN && !oldest.done) known.delete(oldest.value);
  return encoded;
}

function shareAt(features: Float32Array, piece: number): number {
  return features[piece * TOKEN_FEATURES + SHARE_FEATURE] ?? 0;
}

/** The two vectors of each piece side by side. */
function both({ tokens, vectors, inner }: EncodedTokens): Float32Array {
  const all = new Float32Array(tokens.length * 2 * DIMENSIONS);
  for (let index = 0; index < tokens.length; index++) {
    const [from, to] = [index * DIMENSIONS, (index + 1) * DIMENSIONS];
    all.set(vectors.subarray(from, to), 2 * from);
    all.set(inner.subarray(from, to), 2 * from + DIMENSIONS);
  }
  return all;
}

function joined(features: Float32Array, kinds: Float32Array, count: number): Float32Array {
  const width = features.length / count;
  const all = new Float32Array(count * (width + kinds.length));
  for (let index = 0; index < count; index++) {
    all.set(features.subarray(index * width, (index + 1) * width), index * (width + kinds.length));
    all.set(kinds, index * (width + kinds.length) + width);
  }
  return all;
}

function matrix(values: Float32Array, rows: number): Tensor {
  return new Tensor("float32", values, [rows, values.length / rows]);
}

function numbers(output: Tensor | undefined): Float32Array {
  if (output?.data instanceof Float32Array) return output.data;
  throw new Error("The reader gave no numbers");
}
