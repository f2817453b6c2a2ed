import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type ChatRequest = {
  model: string;
  stream?: boolean;
  messages: { role: string; content: string }[];
  response_format?: {
    type: string;
    json_schema?: { name: string; strict?: boolean; schema: object };
  };
  tools?: { function: { name: string; parameters: object } }[];
};
type Reply = { text: string } | { status: number } | { breaksAfter: string };

/** A server that speaks OpenAI's protocol and says what it is told to; it keeps what it was asked. */
export async function anOpenAiServer() {
  const requests: ChatRequest[] = [];
  const replies: Reply[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.headers.authorization !== "Bearer sk-test")
      return end(response, 401, { error: { message: "No such key" } });
    if (request.url === "/v1/embeddings") return end(response, 200, embeddings(JSON.parse(body)));
    if (request.url !== "/v1/chat/completions") return end(response, 404, {});
    const asked: ChatRequest = JSON.parse(body);
    requests.push(asked);
    const reply = replies.shift() ?? { status: 500 };
    if ("status" in reply)
      return end(response, reply.status, { error: { message: "Told to fail" } });
    if (asked.stream) return stream(response, reply);
    if ("text" in reply) end(response, 200, completion(asked, reply.text));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    baseUrl: `http://127.0.0.1:${portOf(server.address())}/v1`,
    requests,
    willSay: (text: string) => void replies.push({ text }),
    willFail: (status: number) => void replies.push({ status }),
    willBreakAfter: (text: string) => void replies.push({ breaksAfter: text }),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
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

function completion(asked: ChatRequest, content: string) {
  const tool = asked.tools?.[0]?.function.name;
  const message = tool
    ? {
        role: "assistant",
        content: null,
        tool_calls: [
          { id: "call_1", type: "function", function: { name: tool, arguments: content } },
        ],
      }
    : { role: "assistant", content };
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: asked.model,
    choices: [{ index: 0, message, finish_reason: tool ? "tool_calls" : "stop" }],
    usage: { prompt_tokens: 1_000, completion_tokens: 200, total_tokens: 1_200 },
  };
}

function stream(response: ServerResponse, reply: Exclude<Reply, { status: number }>): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const text = "text" in reply ? reply.text : reply.breaksAfter;
  const send = (body: object) => response.write(`data: ${JSON.stringify(body)}\n\n`);
  const chunk = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "gpt-5-mini",
  };
  for (const content of text.match(/[\s\S]{1,4}/g) ?? [])
    send({
      ...chunk,
      choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }],
    });
  if ("breaksAfter" in reply) return void response.write("", () => response.destroy());
  send({ ...chunk, choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
  send({
    ...chunk,
    choices: [],
    usage: { prompt_tokens: 400, completion_tokens: 50, total_tokens: 450 },
  });
  response.end("data: [DONE]\n\n");
}

function embeddings({ input, encoding_format }: { input: string[]; encoding_format?: string }) {
  const data = input.map((text, index) => {
    const vector = Float32Array.from({ length: 8 }, (_, axis) =>
      axis === text.length % 8 ? 3 : 0,
    );
    const embedding =
      encoding_format === "base64" ? Buffer.from(vector.buffer).toString("base64") : [...vector];
    return { object: "embedding", index, embedding };
  });
  return { object: "list", data, model: "test", usage: { prompt_tokens: 1, total_tokens: 1 } };
}
