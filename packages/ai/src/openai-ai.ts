import { ChatOpenAI } from "@langchain/openai";

import type { Ai, AnswerEvent, Understanding } from "./ai";
import { costOf, type Price } from "./openai/cost-of";
import { createCurrentModel } from "./openai/current-model";
import { createEmbedder } from "./openai/embedder";
import { explainFailure, isModelGone } from "./openai/explain-failure";
import { listModels } from "./openai/list-models";
import { type Hosted, readDocument } from "./openai/read-document";
import { streamAnswer } from "./openai/stream-answer";
import { UnusableAnswer } from "./openai/unusable-answer";

export type OpenAiOptions = {
  apiKey: string;
  /** Of any server that speaks OpenAI's protocol; OpenAI's own unless told. */
  baseUrl?: string;
  /** None: one that the server offers, chosen at the first use. */
  model?: string;
  /** None: embeddings stay those of `fallback`, and an index that was built with them stays good. */
  embeddingModel?: string;
  /** Needed for embedding models other than OpenAI's. */
  embeddingDimensions?: number;
  /** Does what no model is asked for, and everything when the model cannot be reached. */
  fallback: Ai;
  /** Told why the fallback answered, in a sentence for people; `cause` is what went wrong. */
  onFallback?: (error: Error) => void;
  /** Told that the model ends soon, in a sentence for people. */
  onWarning?: (sentence: string) => void;
  /** The shipped list of prices unless told. */
  prices?: readonly Price[];
  clock?: () => Date;
};

const OPENAI_URL = "https://api.openai.com/v1";
const TIMEOUT_MILLISECONDS = 90_000;

/** `Ai` by a model behind OpenAI's protocol. Documents and passages reach it as evidence, and its quotes are checked. */
export function createOpenAi(options: OpenAiOptions): Ai {
  const { fallback, onFallback } = options;
  const hosted = createHosted(options);
  const withoutSchema = new Set<string>();
  const embeddings = options.embeddingModel
    ? createEmbedder(hosted.connection, {
        model: options.embeddingModel,
        dimensions: options.embeddingDimensions,
      })
    : fallback;

  let failure: string | null = null;

  /** Why local models stand in. Throws when it was the caller who gave up. */
  function failed(error: unknown, signal: AbortSignal | undefined): string {
    signal?.throwIfAborted();
    failure = hosted.explain(error);
    onFallback?.(new Error(failure, { cause: error }));
    return failure;
  }

  return {
    dimensions: embeddings.dimensions,
    embeddingModel: embeddings.embeddingModel,
    embed: embeddings.embed,

    async understand(document, taxonomy, signal) {
      const local = await fallback.understand(document, taxonomy, signal);
      try {
        const given = { document, taxonomy, local };
        const read = await readDocument(await hosted.current(), given, { withoutSchema, signal });
        failure = null;
        return read;
      } catch (error) {
        return standingIn(local, failed(error, signal), error);
      }
    },

    async *answer(input, signal) {
      let hasBegun = false;
      try {
        for await (const event of streamAnswer(await hosted.current(), input, signal)) {
          hasBegun = true;
          yield event;
        }
        failure = null;
      } catch (error) {
        // Half an answer of one model cannot be finished by another.
        if (hasBegun) throw error;
        const reason = failed(error, signal);
        for await (const event of fallback.answer(input, signal)) yield answering(event, reason);
      }
    },

    problem: () => failure ?? hosted.warning(),
    warm: fallback.warm,
    close: fallback.close,
  };
}

/** The model that is asked now, with what its calls cost. Nothing is asked of the provider before the first use. */
function createHosted(options: OpenAiOptions) {
  const { apiKey, baseUrl = OPENAI_URL, model: named = null, onWarning, prices } = options;
  const clock = options.clock ?? (() => new Date());
  const connection = {
    apiKey,
    timeout: TIMEOUT_MILLISECONDS,
    maxRetries: 1,
    configuration: { baseURL: baseUrl },
  };
  let warning: string | null = null;
  let chat: ChatOpenAI | null = null;
  const model = createCurrentModel({
    list: () => listModels({ apiKey, baseURL: baseUrl }),
    named,
    clock,
    onWarning: (sentence) => {
      warning = sentence;
      onWarning?.(sentence);
    },
  });

  return {
    connection,
    warning: () => warning,

    async current(): Promise<Hosted> {
      const name = await model.name();
      if (chat?.model !== name)
        chat = new ChatOpenAI({ ...connection, model: name, streamUsage: true });
      const call = { server: baseUrl, model: name, at: clock(), ...(prices && { prices }) };
      return { chat, price: (usage) => costOf(usage, call) };
    },

    explain(error: unknown): string {
      if (isModelGone(error)) model.forget();
      return explainFailure(error, { model: chat?.model ?? named, isNamed: named !== null });
    },
  };
}

function standingIn(local: Understanding, fallbackReason: string, error: unknown): Understanding {
  return {
    ...local,
    producedBy: { ...local.producedBy, fallbackReason },
    cost: error instanceof UnusableAnswer ? error.cost : local.cost,
  };
}

function answering(event: AnswerEvent, fallbackReason: string): AnswerEvent {
  if (event.kind !== "done") return event;
  return { ...event, producedBy: { ...event.producedBy, fallbackReason } };
}
