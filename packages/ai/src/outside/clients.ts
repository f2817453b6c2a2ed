import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import OpenAI from "openai";
import { Agent } from "undici";

/** A server that speaks OpenAI's protocol, and the key to it. */
export type Connection = { apiKey: string; baseUrl: string };

const FIRST_BYTE_MS = 90_000;
const LIST_MS = 10_000;

/** Makes the clients of a server. They never repeat a call by themselves; the choke point does. No other file makes clients. */
export const clients = {
  chat: ({ apiKey, baseUrl }: Connection, model: string): ChatOpenAI =>
    new ChatOpenAI({ ...common(apiKey, baseUrl), model, streamUsage: true }),

  embeddings: ({ apiKey, baseUrl }: Connection, model: string): OpenAIEmbeddings =>
    new OpenAIEmbeddings({ ...common(apiKey, baseUrl), model }),

  /** The official client, for files, batches, tuning jobs and the list of models. */
  official: ({ apiKey, baseUrl }: Connection, timeout = LIST_MS): OpenAI =>
    new OpenAI({ apiKey, baseURL: baseUrl, timeout, maxRetries: 0 }),

  /** The official client for answers that take minutes to begin: Node leaves a silent server after five. */
  patient: ({ apiKey, baseUrl }: Connection, timeout: number): OpenAI =>
    new OpenAI({
      apiKey,
      baseURL: baseUrl,
      timeout,
      maxRetries: 0,
      fetchOptions: { dispatcher: new Agent({ headersTimeout: timeout, bodyTimeout: timeout }) },
    }),
};

function common(apiKey: string, baseURL: string) {
  return { apiKey, timeout: FIRST_BYTE_MS, maxRetries: 0, configuration: { baseURL } };
}

export { toFile } from "openai";
export type { TranscriptionCreateParamsNonStreaming as AskedOfSpeech } from "openai/resources/audio/transcriptions";
