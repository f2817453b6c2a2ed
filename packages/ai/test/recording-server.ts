import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Asked = { messages: { role: string; content: string }[] };
/** Writes the reply to a call from what the model was sent. */
type Reply = (sent: string) => string;

/** Starts a server that speaks OpenAI's protocol and keeps every byte that it is sent: addresses, headers and bodies. */
export async function aRecordingServer(reply: Reply) {
  const bytes: string[] = [];
  let calls = 0;
  const state = { reply };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const body = Buffer.concat(parts).toString("utf8");
    if (request.method === "POST") calls += 1;
    bytes.push(`${request.method} ${request.url}\n${JSON.stringify(request.headers)}\n${body}`);
    if (request.url === "/v1/models") return end(response, { object: "list", data: [model] });
    if (request.url === "/v1/embeddings") return embed(response, JSON.parse(body).input);
    const asked: Asked = JSON.parse(body);
    stream(response, state.reply(asked.messages.map(({ content }) => content).join("\n")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  return Object.assign(state, {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    sent: () => bytes.join("\n"),
    /** The number of requests that carry texts. */
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  });
}

const model = { id: "tern-1", object: "model", created: 1, owned_by: "test", shutdown_date: null };

function end(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function addressOf(address: AddressInfo | string | null): { port: number } {
  return typeof address === "object" && address ? address : { port: 0 };
}

function stream(response: ServerResponse, text: string): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const chunk = { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "tern-1" };
  const send = (choice: object) =>
    response.write(`data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, ...choice }] })}\n\n`);
  for (const content of text.match(/[\s\S]{1,5}/g) ?? [])
    send({ delta: { role: "assistant", content }, finish_reason: null });
  send({ delta: {}, finish_reason: "stop" });
  response.end("data: [DONE]\n\n");
}

function embed(response: ServerResponse, input: readonly string[]): void {
  const data = input.map((_, index) => {
    const embedding = Buffer.from(new Float32Array(8).fill(1).buffer).toString("base64");
    return { object: "embedding", index, embedding };
  });
  const usage = { prompt_tokens: 1, total_tokens: 1 };
  end(response, { object: "list", data, model: "tern-1", usage });
}
