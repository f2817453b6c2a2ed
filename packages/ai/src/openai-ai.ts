import { ChatOpenAI } from "@langchain/openai";

import type { Ai, AnswerEvent, Understanding } from "./ai";
import { answerByGraph } from "./openai/answer-graph/answer-graph";
import { costOf, type Price } from "./openai/cost-of";
import { createCurrentModel } from "./openai/current-model";
import { createEmbedder } from "./openai/embedder";
import { explainFailure, isModelGone } from "./openai/explain-failure";
import { listModels } from "./openai/list-models";
import { type Hosted, readDocument } from "./openai/read-document";
import { UnusableAnswer } from "./openai/unusable-answer";

export type OpenAiOptions = {
  apiKey: string;
  /** Base URL of any server that speaks OpenAI's protocol. Default: OpenAI's own. */
  baseUrl?: string;
  /** If absent, the first use chooses a model that the server offers. */
  model?: string;
  /** If absent, `fallback` makes the embeddings, and an index that was built with them stays valid. */
  embeddingModel?: string;
  /** Required for embedding models other than OpenAI's. */
  embeddingDimensions?: number;
  /** Does the work that no hosted model is set up for, and all work while the hosted model cannot be reached. */
  fallback: Ai;
  /** Called with the reason why the fallback answered, as a sentence for people; `cause` is the original error. */
  onFallback?: (error: Error) => void;
  /** Called with a sentence for people when the model ends soon. */
  onWarning?: (sentence: string) => void;
  /** Default: the list of prices that ships with BeSunny. */
  prices?: readonly Price[];
  clock?: () => Date;
};

const OPENAI_URL = "https://api.openai.com/v1";
const TIMEOUT_MILLISECONDS = 90_000;

/** Returns an `Ai` that uses a model behind OpenAI's protocol. Sends documents and passages as evidence and checks the model's quotes. */
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

  /** Returns why local models replace the hosted one. Throws if the caller aborted the call. */
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
    embedQuestion: embeddings.embedQuestion,

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

    featuresVersion: fallback.featuresVersion,
    features: fallback.features,
    trainHead: fallback.trainHead,
    mostHelpful: fallback.mostHelpful,
    groupAlike: fallback.groupAlike,
    readValue: fallback.readValue,

    async *answer(input, signal) {
      let hasBegun = false;
      try {
        for await (const event of answerByGraph(await hosted.current(), input, signal)) {
          hasBegun = true;
          yield event;
        }
        failure = null;
      } catch (error) {
        // No other model can finish half an answer.
        if (hasBegun) throw error;
        const reason = failed(error, signal);
        for await (const event of fallback.answer(input, signal))
          yield answering(event, reason, error);
      }
    },

    readAnswers: fallback.readAnswers,
    readTables: fallback.readTables,

    problem: () => failure ?? hosted.warning(),
    warm: fallback.warm,
    close: fallback.close,
  };
}

/** Holds the model in use and prices its calls. Sends the provider nothing before the first use. */
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

function answering(event: AnswerEvent, fallbackReason: string, error: unknown): AnswerEvent {
  if (event.kind !== "done") return event;
  const cost = error instanceof UnusableAnswer ? error.cost : event.cost;
  return { ...event, cost, producedBy: { ...event.producedBy, fallbackReason } };
}
