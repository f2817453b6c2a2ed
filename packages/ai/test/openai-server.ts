import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { ChatRequest, refusalOf, type ServedModel } from "./openai-requests";

/** Usage as the provider sends it, or null if it sends none. */
type Usage = {
  prompt_tokens: number;
  completion_tokens: number;
  prompt_tokens_details?: { cached_tokens?: number; cache_write_tokens?: number };
} | null;
type Reply = { text: string; usage: Usage } | { status: number } | { breaksAfter: string };

const someUsage: Usage = { prompt_tokens: 1_000, completion_tokens: 200 };

/**
 * Starts a server that speaks OpenAI's protocol and sends the replies that the test sets. It refuses the requests that the provider
 * would refuse, and records all requests. A test may change `models` at any time.
 */
export async function anOpenAiServer(models: ServedModel[] = [{ id: "tern-1" }]) {
  const requests: ChatRequest[] = [];
  const replies: Reply[] = [];
  const state = { models, listings: 0, listingStatus: 200 };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.headers.authorization !== "Bearer sk-test")
      return refuse(response, 401, { message: "No such key", code: "invalid_api_key" });
    if (request.url === "/v1/models") {
      state.listings += 1;
      if (state.listingStatus !== 200)
        return refuse(response, state.listingStatus, { message: "Told to fail" });
      return end(response, 200, { object: "list", data: state.models.map(listed) });
    }
    if (request.url === "/v1/embeddings") return embed(response, JSON.parse(body), state.models);
    if (request.url !== "/v1/chat/completions") return end(response, 404, {});
    const parsed = ChatRequest.safeParse(JSON.parse(body));
    if (!parsed.success)
      return refuse(response, 400, { message: parsed.error.message, code: "unknown_parameter" });
    requests.push(parsed.data);
    const refusal = refusalOf(parsed.data, state.models);
    if (refusal) return refuse(response, refusal.status, refusal.error);
    const reply = replies.shift() ?? { status: 400 };
    if ("status" in reply) return refuse(response, reply.status, { message: "Told to fail" });
    if (parsed.data.stream) return stream(response, parsed.data, reply);
    if ("text" in reply) end(response, 200, completion(parsed.data, reply));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return Object.assign(state, {
    baseUrl: `http://127.0.0.1:${portOf(server.address())}/v1`,
    requests,
    willSay: (text: string, usage: Usage = someUsage) => void replies.push({ text, usage }),
    willFail: (status: number) => void replies.push({ status }),
    willBreakAfter: (text: string) => void replies.push({ breaksAfter: text }),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  });
}

function listed({ id, shutdown_date = null }: ServedModel) {
  return { id, object: "model", created: 1, owned_by: "test", shutdown_date };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address ? address.port : 0;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, error: object): void {
  end(response, status, { error: { type: "invalid_request_error", param: null, ...error } });
}

function reported(usage: Usage) {
  return usage && { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens };
}

function completion(asked: ChatRequest, { text, usage }: { text: string; usage: Usage }) {
  const tool = asked.tools?.[0]?.function.name;
  const message = tool
    ? {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "call_1", type: "function", function: { name: tool, arguments: text } }],
      }
    : { role: "assistant", content: text };
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: asked.model,
    choices: [{ index: 0, message, finish_reason: tool ? "tool_calls" : "stop" }],
    ...(usage && { usage: reported(usage) }),
  };
}

function stream(
  response: ServerResponse,
  asked: ChatRequest,
  reply: Exclude<Reply, { status: number }>,
): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const text = "text" in reply ? reply.text : reply.breaksAfter;
  const send = (body: object) => response.write(`data: ${JSON.stringify(body)}\n\n`);
  const chunk = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: asked.model,
  };
  for (const content of text.match(/[\s\S]{1,4}/g) ?? [])
    send({
      ...chunk,
      choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }],
    });
  if ("breaksAfter" in reply) return void response.write("", () => response.destroy());
  send({ ...chunk, choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
  if (asked.stream_options?.include_usage && reply.usage)
    send({ ...chunk, choices: [], usage: reported(reply.usage) });
  response.end("data: [DONE]\n\n");
}

type EmbeddingRequest = { model: string; input: string[]; encoding_format?: string };

/** Answers with vectors of eight numbers that depend on the length of a text. */
function embed(response: ServerResponse, asked: EmbeddingRequest, models: ServedModel[]): void {
  const { model, input, encoding_format } = asked;
  if (!models.some(({ id, isGone }) => id === model && !isGone)) {
    refuse(response, 404, { message: "No such model", code: "model_not_found" });
    return;
  }
  const data = input.map((text, index) => {
    const vector = Float32Array.from({ length: 8 }, (_, axis) =>
      axis === text.length % 8 ? 3 : 0,
    );
    const embedding =
      encoding_format === "base64" ? Buffer.from(vector.buffer).toString("base64") : [...vector];
    return { object: "embedding", index, embedding };
  });
  const usage = { prompt_tokens: 1, total_tokens: 1 };
  end(response, 200, { object: "list", data, model, usage });
}
