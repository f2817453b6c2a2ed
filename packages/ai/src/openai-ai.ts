import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";

import type { Ai } from "./ai";
import { readDocument } from "./openai/read-document";
import { streamAnswer } from "./openai/stream-answer";

export type OpenAiOptions = {
  apiKey: string;
  /** Of any server that speaks OpenAI's protocol; OpenAI's own unless told. */
  baseUrl?: string;
  model: string;
  /** None: embeddings stay those of `fallback`, and an index that was built with them stays good. */
  embeddingModel?: string;
  /** Needed for embedding models other than OpenAI's. */
  embeddingDimensions?: number;
  /** Does what no model is asked for, and everything when the model cannot be reached. */
  fallback: Ai;
  /** Told why the fallback answered. */
  onFallback?: (error: Error) => void;
};

const TIMEOUT_MILLISECONDS = 90_000;
const dimensionsOf: Record<string, number> = {
  "text-embedding-3-small": 1536,
  "text-embedding-3-large": 3072,
  "text-embedding-ada-002": 1536,
};

/** `Ai` by a model behind OpenAI's protocol. Documents and passages reach it as evidence, and its quotes are checked. */
export function createOpenAi(options: OpenAiOptions): Ai {
  const { apiKey, baseUrl, fallback, onFallback } = options;
  const connection = {
    apiKey,
    timeout: TIMEOUT_MILLISECONDS,
    maxRetries: 1,
    ...(baseUrl && { configuration: { baseURL: baseUrl } }),
  };
  const chat = new ChatOpenAI({ ...connection, model: options.model, streamUsage: true });
  const embeddings = options.embeddingModel
    ? embedder(options, new OpenAIEmbeddings({ ...connection, model: options.embeddingModel }))
    : fallback;

  function instead(error: unknown, signal: AbortSignal | undefined): void {
    signal?.throwIfAborted();
    onFallback?.(error instanceof Error ? error : new Error(String(error)));
  }

  return {
    dimensions: embeddings.dimensions,
    embeddingModel: embeddings.embeddingModel,
    embed: embeddings.embed,

    async understand(document, taxonomy, signal) {
      const local = await fallback.understand(document, taxonomy, signal);
      try {
        return await readDocument(chat, { document, taxonomy, local }, signal);
      } catch (error) {
        instead(error, signal);
        return local;
      }
    },

    async *answer(input, signal) {
      let hasBegun = false;
      try {
        for await (const event of streamAnswer(chat, input, signal)) {
          hasBegun = true;
          yield event;
        }
      } catch (error) {
        // Half an answer of one model cannot be finished by another.
        if (hasBegun) throw error;
        instead(error, signal);
        yield* fallback.answer(input, signal);
      }
    },

    warm: fallback.warm,
    close: fallback.close,
  };
}

function embedder(
  { embeddingModel = "", embeddingDimensions }: OpenAiOptions,
  model: OpenAIEmbeddings,
): Pick<Ai, "dimensions" | "embeddingModel" | "embed"> {
  const dimensions = embeddingDimensions ?? dimensionsOf[embeddingModel];
  if (!dimensions)
    throw new Error(
      `How many dimensions does ${embeddingModel} have? Say so in embeddingDimensions`,
    );
  return {
    dimensions,
    embeddingModel,
    async embed(texts, signal) {
      signal?.throwIfAborted();
      // The API refuses empty texts.
      const vectors = await model.embedDocuments(
        texts.map((text) => (text.trim() === "" ? " " : text)),
      );
      signal?.throwIfAborted();
      return vectors.map(unitVector);
    },
  };
}

function unitVector(values: readonly number[]): Float32Array {
  const size = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return Float32Array.from(values, (value) => value / size);
}
