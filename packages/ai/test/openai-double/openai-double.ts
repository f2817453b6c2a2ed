import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { LLMock } from "@copilotkit/aimock";

import { ChatRequest, refusalOf, type ServedModel } from "../openai-requests";
import { type Misbehaviour, misbehaveInStream, misbehaveInWhole } from "./misbehave";
import { filesNamed, schemaProblem } from "./published-schema";

/** Tokens as the provider reports them. */
export type ReportedUsage = {
  prompt_tokens: number;
  completion_tokens: number;
  prompt_tokens_details?: { cached_tokens?: number; cache_write_tokens?: number };
  completion_tokens_details?: { reasoning_tokens?: number };
};
export type Reply = { say?: string; usage?: ReportedUsage; misbehave?: Misbehaviour };

/** One request as it came over the wire. */
export type Received = { method: string; path: string; bytes: string; body: unknown };

export type OpenAiDouble = Awaited<ReturnType<typeof anOpenAiDouble>>;

const KEY = "sk-test";
const someUsage: ReportedUsage = { prompt_tokens: 1_000, completion_tokens: 200 };
const VECTOR_LENGTH = 8;

/**
 * Starts a double of OpenAI's API: aimock behind a strict layer of our own. The layer refuses what the provider would refuse, records
 * every byte, and misbehaves as a test says. Chat, embeddings, files, tuning jobs and batches work through the official SDK, with the key
 * `sk-test`. Replies are said in the order in which they were set; without one, `otherwise` is asked.
 */
export async function anOpenAiDouble(models: ServedModel[] = [{ id: "tern-1" }]) {
  const received: Received[] = [];
  const replies: Reply[] = [];
  const fileIds = new Set<string>();
  const state = {
    /** The models that are served. A test may change them at any time. */
    models,
    /** Makes the reply to a request that no reply was set for. */
    otherwise: (_asked: ChatRequest): Reply => ({ misbehave: { kind: "status", status: 400 } }),
  };
  let saying: Reply = {};
  let turn: Promise<unknown> = Promise.resolve();
  const mock = new LLMock({ port: 0, logLevel: "silent" });
  mock.on({ endpoint: "chat", predicate: () => true }, (asked) => ({
    ...(asked.tools?.length
      ? { toolCalls: [{ name: toolOf(asked), arguments: saying.say ?? "{}" }] }
      : { content: saying.say ?? "" }),
  }));
  mock.on({ endpoint: "embedding", predicate: () => true }, () => ({
    embedding: Array.from({ length: VECTOR_LENGTH }, (_, axis) => (axis === 0 ? 3 : 0)),
  }));
  await mock.start();

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(request);
    const path = new URL(request.url ?? "/", "http://double").pathname;
    const body = jsonOf(bytes.toString("utf8"));
    received.push({ method: request.method ?? "", path, bytes: bytes.toString("latin1"), body });

    if (request.headers.authorization !== `Bearer ${KEY}`)
      return refuse(response, 401, { message: "No such key", code: "invalid_api_key" });
    if (path === "/v1/models")
      return end(response, 200, { object: "list", data: state.models.map(listed) });
    const problem = request.method === "POST" ? schemaProblem(path, body) : null;
    if (problem) return refuse(response, 400, { message: problem, code: "invalid_request" });
    const lost = filesNamed(body).find((file) => !fileIds.has(file));
    if (lost) return refuse(response, 400, { message: `No such File object: ${lost}` });
    if (/\/fine_tuning\/jobs\/[^/]+\/checkpoints$/.test(path))
      return end(response, 200, { object: "list", data: [], has_more: false });
    if (path === "/v1/chat/completions") return chat(ChatRequest.parse(body), bytes, response);
    if (path === "/v1/embeddings") {
      const [reply] = replies.splice(0, replies[0]?.misbehave ? 1 : 0);
      return proxied(request, bytes, response, reply?.misbehave ?? null);
    }
    await proxied(request, bytes, response, null);
  }

  async function chat(asked: ChatRequest, bytes: Buffer, response: ServerResponse) {
    const refusal = refusalOf(asked, state.models);
    if (refusal) return refuse(response, refusal.status, refusal.error);
    const reply = replies.shift() ?? state.otherwise(asked);
    const how = reply.misbehave ?? null;
    if (isBroken(response, how)) return;
    const { status, text } = await said(reply, bytes);
    const usage = withTotal(reply.usage ?? someUsage);
    if (!asked.stream) {
      response.writeHead(status, { "content-type": "application/json" });
      return void response.end(misbehaveInWhole(withUsage(text, usage), how));
    }
    const events = text.split("\n\n").flatMap((event) => /^data: (.*)$/s.exec(event)?.[1] ?? []);
    const streamed = misbehaveInStream(
      events.map((event) => withUsage(event, usage)),
      how,
    );
    response.writeHead(status, { "content-type": "text/event-stream" });
    for (const event of streamed.events) response.write(`data: ${event}\n\n`);
    if (streamed.breaksAfter === null) return void response.end();
    response.write("", () => response.destroy());
  }

  /** Lets aimock say a reply. It asks for the text before it answers, so replies are made one at a time. */
  function said(reply: Reply, bytes: Buffer): Promise<{ status: number; text: string }> {
    const made = turn.then(async () => {
      saying = reply;
      const answered = await forwarded("/v1/chat/completions", "POST", bytes, "application/json");
      return { status: answered.status, text: await answered.text() };
    });
    turn = made.catch(() => undefined);
    return made;
  }

  async function proxied(
    request: IncomingMessage,
    bytes: Buffer,
    response: ServerResponse,
    how: Misbehaviour | null,
  ): Promise<void> {
    if (isBroken(response, how)) return;
    const { url = "/", method = "GET", headers } = request;
    const answered = await forwarded(url, method, bytes, headers["content-type"] ?? "");
    const text = Buffer.from(await answered.arrayBuffer());
    noteFile(url, jsonOf(text.toString("utf8")));
    const type = answered.headers.get("content-type") ?? "application/json";
    response.writeHead(answered.status, { "content-type": type });
    response.end(how ? misbehaveInWhole(text.toString("utf8"), how) : text);
  }

  /** Files that were uploaded, and those that batches and jobs made. */
  function noteFile(url: string, body: unknown): void {
    if (typeof body !== "object" || body === null) return;
    const ids = url === "/v1/files" ? ["id"] : ["output_file_id", "error_file_id"];
    for (const name of ids) {
      const id: unknown = Reflect.get(body, name);
      if (typeof id === "string") fileIds.add(id);
    }
  }

  function forwarded(url: string, method: string, bytes: Buffer, type: string): Promise<Response> {
    return fetch(new URL(url, mock.url), {
      method,
      headers: { authorization: `Bearer ${KEY}`, ...(type && { "content-type": type }) },
      ...(method !== "GET" && method !== "DELETE" && { body: new Uint8Array(bytes) }),
    });
  }

  return Object.assign(state, {
    baseUrl: `http://127.0.0.1:${portOf(server.address())}/v1`,
    received,
    /** Sets replies, which are said in this order. */
    will: (...next: Reply[]) => void replies.push(...next),
    /** Every byte that came, for tests that look for what must not have left. */
    everyByte: () => received.map(({ bytes }) => bytes).join("\n"),
    /** The chat requests that came. */
    chats: () => received.filter(({ path }) => path === "/v1/chat/completions"),
    async close() {
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
      await mock.stop();
    },
  });
}

/** Ends a response that has no answer. Returns false if it has one. */
function isBroken(response: ServerResponse, how: Misbehaviour | null): boolean {
  if (how?.kind === "hangs") return true;
  if (how?.kind === "hangs up") {
    response.destroy();
    return true;
  }
  if (how?.kind === "error in 200") {
    end(response, 200, { error: { message: "Told to fail", type: "server_error", code: null } });
    return true;
  }
  if (how?.kind !== "status") return false;
  const { status, code = null, retryAfterSeconds } = how;
  if (retryAfterSeconds !== undefined) response.setHeader("retry-after", String(retryAfterSeconds));
  refuse(response, status, { message: "Told to fail", code });
  return true;
}

function toolOf({ tools }: { tools?: { function: { name: string } }[] }): string {
  return tools?.[0]?.function.name ?? "";
}

function withTotal(usage: ReportedUsage) {
  return { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens };
}

/** Puts the usage in where aimock has its own, which leaves the details of tokens out. */
function withUsage(text: string, usage: object): string {
  const body = jsonOf(text);
  if (typeof body !== "object" || body === null || !("usage" in body)) return text;
  return JSON.stringify({ ...body, usage });
}

function listed({ id, shutdown_date = null }: ServedModel) {
  return { id, object: "model", created: 1, owned_by: "test", shutdown_date };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address ? address.port : 0;
}

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, error: object): void {
  end(response, status, { error: { type: "invalid_request_error", param: null, ...error } });
}
