import type { Ai, AnswerEvent, Cost, FallbackCause, Understanding } from "./ai";
import { answerByGraph } from "./openai/answer-graph/answer-graph";
import { createEmbedder } from "./openai/embedder";
import { createHostedModel, type HostedModelOptions } from "./openai/hosted-model";
import { promptChecksum, readDocument } from "./openai/read-document";
import { readMeeting } from "./openai/read-meeting";
import { refuseToSend, refuseToSendMeeting } from "./openai/refuse-to-send";
import { UnusableAnswer } from "./openai/unusable-answer";
import { createOpenAiTuning } from "./outside/openai-tuning";
import { type CallScope, RedactionRefused } from "./outside/outside-call";
import { createOutsideEmbedder } from "./outside/outside-embedder";
import { OutsideRefused } from "./outside/outside-refused";
import { wholeScope } from "./outside/whole-scope";

export type OpenAiOptions = Omit<HostedModelOptions, "baseUrl"> & {
  /** Base URL of any server that speaks OpenAI's protocol. Default: OpenAI's own. */
  baseUrl?: string;
  /** If absent, `fallback` makes the embeddings, and an index that was built with them stays valid. */
  embeddingModel?: string;
  /** Required for embedding models other than OpenAI's. */
  embeddingDimensions?: number;
  /** The model that workspaces may tune, and US dollars for a million tokens of training; null if the price is not known. */
  tuning?: { model: string; usdPerMillion: number | null };
  /** Does the work that no hosted model is set up for, and all work while the hosted one cannot or may not be asked. */
  fallback: Ai;
  /** Called with the reason why the fallback answered, as a sentence for people; `cause` is the original error. */
  onFallback?: (error: Error) => void;
};

/** The address of OpenAI's own server. */
export const OPENAI_URL = "https://api.openai.com/v1";

/** Returns an `Ai` that uses a model behind OpenAI's protocol. Sends documents and passages as evidence and checks the model's quotes. */
export function createOpenAi(options: OpenAiOptions): Ai {
  const { fallback, onFallback, apiKey, baseUrl = OPENAI_URL, chokePoint } = options;
  const hosted = createHostedModel({ ...options, baseUrl });
  const withoutSchema = new Set<string>();
  const embedder = options.embeddingModel
    ? createEmbedder(createOutsideEmbedder({ apiKey, baseUrl }, chokePoint), {
        model: options.embeddingModel,
        dimensions: options.embeddingDimensions,
      })
    : null;

  let failure: string | null = null;

  /** Returns why local models replace the hosted one. Throws if the caller aborted the call. */
  function failed(error: unknown, signal: AbortSignal | undefined): string {
    signal?.throwIfAborted();
    const reason = hosted.explain(error);
    if (causeOf(error) === "provider") failure = reason;
    onFallback?.(new Error(reason, { cause: error }));
    return reason;
  }

  function bound(scope: Partial<CallScope>): Ai {
    return {
      as: (given) => bound({ ...scope, ...given }),
      dimensions: (embedder ?? fallback).dimensions,
      embeddingModel: (embedder ?? fallback).embeddingModel,
      embed: async (texts, signal) =>
        (embedder?.as(wholeScope(scope)) ?? fallback).embed(texts, signal),
      embedQuestion: async (question, signal) =>
        (embedder?.as(wholeScope(scope)) ?? fallback).embedQuestion(question, signal),

      async understand(document, taxonomy, signal) {
        const given = {
          document,
          taxonomy,
          local: await fallback.understand(document, taxonomy, signal),
        };
        try {
          refuseToSend(given);
          const model = await hosted.current(wholeScope(scope));
          const read = await readDocument(model, given, { withoutSchema, signal });
          failure = null;
          return read;
        } catch (error) {
          return standingIn(given.local, failed(error, signal), error);
        }
      },

      async understandMeeting(input, signal) {
        const local = await fallback.understandMeeting(input, signal);
        try {
          refuseToSendMeeting(input);
          const model = await hosted.current(wholeScope(scope));
          const read = await readMeeting(model, { input, local }, { withoutSchema, signal });
          failure = null;
          return read;
        } catch (error) {
          return standingIn(local, failed(error, signal), error);
        }
      },

      featuresVersion: fallback.featuresVersion,
      meaningOf: fallback.meaningOf,
      features: fallback.features,
      decideTypes: fallback.decideTypes,
      trainHead: fallback.trainHead,
      recalibrateHead: fallback.recalibrateHead,
      exportTuning: fallback.exportTuning,
      tuning: () =>
        options.tuning
          ? createOpenAiTuning({
              ...options.tuning,
              connection: { apiKey, baseUrl },
              chokePoint,
              scope: wholeScope(scope),
            })
          : null,
      mostHelpful: fallback.mostHelpful,
      groupAlike: fallback.groupAlike,
      modelsInUse: () => ({
        ...fallback.modelsInUse(),
        promptChecksum,
        provider: hosted.inUse(),
      }),
      readValue: fallback.readValue,

      async *answer(input, signal) {
        let hasBegun = false;
        try {
          for await (const event of answerByGraph(
            await hosted.current(wholeScope(scope)),
            input,
            signal,
          )) {
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
      redact: fallback.redact,
      messagesFor: fallback.messagesFor,

      problem: () => failure ?? hosted.warning(),
      warm: fallback.warm,
      async close() {
        await chokePoint.flush();
        await fallback.close();
      },
    };
  }

  return bound({});
}

function causeOf(error: unknown): FallbackCause {
  if (error instanceof RedactionRefused) return "redaction";
  return error instanceof OutsideRefused && error.by !== "breaker" ? error.by : "provider";
}

function standingIn<Findings extends Pick<Understanding, "producedBy" | "cost">>(
  local: Findings,
  fallbackReason: string,
  error: unknown,
): Findings {
  return {
    ...local,
    producedBy: { ...local.producedBy, fallbackReason, fallbackCause: causeOf(error) },
    cost: paidFor(error) ?? local.cost,
  };
}

function answering(event: AnswerEvent, fallbackReason: string, error: unknown): AnswerEvent {
  if (event.kind !== "done") return event;
  const producedBy = { ...event.producedBy, fallbackReason, fallbackCause: causeOf(error) };
  return { ...event, cost: paidFor(error) ?? event.cost, producedBy };
}

function paidFor(error: unknown): Cost | null {
  return error instanceof UnusableAnswer ? error.cost : null;
}
