import { OpenAIEmbeddings } from "@langchain/openai";

import type { Ai } from "../ai";
import { modelFacts } from "./choose-model";
import { isModelGone } from "./explain-failure";
import { ModelProblem } from "./model-problem";
import type { RedactMessages } from "./outgoing";

type Connection = ConstructorParameters<typeof OpenAIEmbeddings>[0];
type Options = {
  model: string;
  dimensions?: number | undefined;
  /** Puts tokens in the place of what may not leave. */
  redact?: RedactMessages | undefined;
};

/**
 * Makes vectors with a hosted model. No other model may replace it, because an index belongs to one model. Throws `ModelProblem` if the
 * length of the vectors is unknown.
 */
export function createEmbedder(
  connection: Connection,
  { model, dimensions: given, redact }: Options,
): Pick<Ai, "dimensions" | "embeddingModel" | "embed" | "embedQuestion"> {
  const known = modelFacts.embeddings.find((each) => each.model === model);
  const dimensions = given ?? known?.dimensions;
  if (!dimensions)
    throw new ModelProblem(
      `How long are the vectors of ${model}? Set OPENAI_EMBEDDING_DIMENSIONS to that number, or unset OPENAI_EMBEDDING_MODEL.`,
    );
  const embeddings = new OpenAIEmbeddings({ ...connection, model });

  async function embed(given: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    signal?.throwIfAborted();
    const texts = redact
      ? (await redact({ kind: "embedding", texts: given }, signal)).texts
      : given;
    // The API refuses empty texts.
    const vectors = await embeddings
      .embedDocuments(texts.map((text) => (text.trim() === "" ? " " : text)))
      .catch((error: unknown) => explained(error, model));
    signal?.throwIfAborted();
    const odd = vectors.find((vector) => vector.length !== dimensions);
    if (odd)
      throw new ModelProblem(
        `The vectors of ${model} have ${odd.length} numbers, not ${dimensions}. Set OPENAI_EMBEDDING_DIMENSIONS to ${odd.length}.`,
      );
    return vectors.map(unitVector);
  }

  return {
    dimensions,
    embeddingModel: model,
    embed,
    async embedQuestion(question, signal) {
      const [vector] = await embed([question], signal);
      if (!vector) throw new ModelProblem(`${model} returned no vector.`);
      return vector;
    },
  };
}

function explained(error: unknown, model: string): never {
  if (!isModelGone(error)) throw error;
  throw new ModelProblem(
    `The provider has no embedding model named ${model}, or has switched it off. Set OPENAI_EMBEDDING_MODEL to one that it has, or unset it for the local one.`,
    { cause: error },
  );
}

function unitVector(values: readonly number[]): Float32Array {
  const size = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return Float32Array.from(values, (value) => value / size);
}
