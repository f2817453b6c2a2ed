import { isModelGone } from "../outside/failures";
import type { CallScope } from "../outside/outside-call";
import type { createOutsideEmbedder } from "../outside/outside-embedder";
import type { Embedder } from "../renewal/generations";
import { modelFacts } from "./choose-model";
import { ModelProblem } from "./model-problem";

type Options = { model: string; dimensions?: number | undefined };
/** Makes vectors for the parties of a scope; rejects without one. */
type HostedEmbedder = Embedder & Required<Pick<Embedder, "as">>;

/**
 * Makes vectors with a hosted model. No other model may replace it, because an index belongs to one model. Throws `ModelProblem` if the
 * length of the vectors is unknown.
 */
export function createEmbedder(
  outside: ReturnType<typeof createOutsideEmbedder>,
  { model, dimensions: given }: Options,
): HostedEmbedder {
  const known = modelFacts.embeddings.find((each) => each.model === model);
  const dimensions = given ?? known?.dimensions;
  if (!dimensions)
    throw new ModelProblem(
      `How long are the vectors of ${model}? Set OPENAI_EMBEDDING_DIMENSIONS to that number, or unset OPENAI_EMBEDDING_MODEL.`,
    );

  async function embed(
    scope: CallScope,
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<Float32Array[]> {
    signal?.throwIfAborted();
    const vectors = await outside({ scope, model, texts, signal }).catch((error: unknown) =>
      explained(error, model),
    );
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
    embed: () => Promise.reject(new TypeError(UNNAMED)),
    embedQuestion: () => Promise.reject(new TypeError(UNNAMED)),
    as: (scope) => ({
      embed: (texts, signal) => embed(scope, texts, signal),
      async embedQuestion(question, signal) {
        const [vector] = await embed(scope, [question], signal);
        if (!vector) throw new ModelProblem(`${model} returned no vector.`);
        return vector;
      },
    }),
  };
}

const UNNAMED = "A call to an outside model needs a scope: nobody was named to pay for it";

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
