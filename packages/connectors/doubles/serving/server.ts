import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { World } from "../world";
import type { Answer, Asked, Manner, Route } from "./asked";
import { controlWorld } from "./control";
import { send } from "./send";
import { createTokenBook, type TokenBook } from "./tokens";

export type Doubles = {
  url: string;
  world: World;
  tokens: TokenBook;
  /** The bytes of contents that were handed to sockets so far. */
  sent: { bytes: number };
  close(): Promise<void>;
};

type Matched = { manner: Manner; route: Route; params: Record<string, string> };

/** Starts the doubles of these services on one port of this machine. */
export async function startDoubles({
  world,
  manners,
  tokens = createTokenBook(world),
  port = 0,
  host = "127.0.0.1",
}: {
  world: World;
  manners: readonly Manner[];
  tokens?: TokenBook;
  port?: number;
  host?: string;
}): Promise<Doubles> {
  const sent = { bytes: 0 };
  let url = "";
  const server = createServer((request, response) => {
    answer({ request, response, world, manners, tokens, sent, origin: url }).catch((error) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  url = `http://${host}:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, world, tokens, sent, close };
}

async function answer(given: {
  request: IncomingMessage;
  response: ServerResponse;
  world: World;
  manners: readonly Manner[];
  tokens: TokenBook;
  sent: { bytes: number };
  origin: string;
}): Promise<void> {
  const { request, response, world, manners, tokens, sent, origin } = given;
  const url = new URL(request.url ?? "/", origin);
  const method = request.method ?? "GET";
  const path = url.pathname;
  const body = await bodyOf(request);
  const asked: Asked = {
    method,
    path,
    query: url.searchParams,
    params: {},
    headers: request.headers,
    body,
    caller: callerOf(request, tokens),
    origin,
    world,
  };
  if (path === "/__world") return send(response, controlWorld(asked, manners), null, sent);
  const matched = find(manners, method, path);
  if (!matched)
    return send(response, { status: 404, text: `No route ${method} ${path}` }, null, sent);
  asked.params = matched.params;
  const fault = world.faultFor({ method, path: request.url ?? path });
  const made = await answerOf(matched, asked, fault);
  world.requests.push({
    service: matched.manner.service,
    method,
    path: request.url ?? path,
    status: made.status ?? 200,
    units: made.units ?? 0,
    account: asked.caller?.address ?? null,
  });
  await send(response, made, fault, sent);
}

/** Returns what the fault answers instead, or what the route answers. */
async function answerOf(
  { manner, route }: Matched,
  asked: Asked,
  fault: ReturnType<World["faultFor"]>,
): Promise<Answer> {
  if (fault?.kind === "throttle") {
    const answered = manner.trouble("throttled", fault.status);
    if (fault.retryAfter === undefined) return answered;
    return { ...answered, headers: { ...answered.headers, "retry-after": `${fault.retryAfter}` } };
  }
  if (fault?.kind === "status") {
    if (fault.body !== undefined) return { status: fault.status, json: fault.body };
    return manner.trouble(troubleOf(fault.status), fault.status);
  }
  if (fault?.kind === "gone-between") return manner.trouble("not-found", 404);
  if (fault?.kind === "html-error") {
    const text = "<!doctype html><title>502</title><h1>Bad gateway</h1>";
    return { status: 502, text, headers: { "content-type": "text/html; charset=utf-8" } };
  }
  if (!route.isOpen && !asked.caller) return manner.trouble("unauthorized", 401);
  return route.answer(asked);
}

function troubleOf(status: number) {
  if (status === 401) return "unauthorized" as const;
  if (status === 403) return "forbidden" as const;
  if (status === 404) return "not-found" as const;
  return status >= 500 ? ("down" as const) : ("bad-request" as const);
}

function callerOf(request: IncomingMessage, tokens: TokenBook) {
  const [kind, token] = (request.headers.authorization ?? "").split(" ");
  return kind?.toLowerCase() === "bearer" && token ? tokens.look(token) : null;
}

function find(manners: readonly Manner[], method: string, path: string): Matched | null {
  for (const manner of manners) {
    for (const route of manner.routes) {
      if (route.method !== method) continue;
      const params = paramsOf(route.path, path);
      if (params) return { manner, route, params };
    }
  }
  return null;
}

const patterns = new Map<string, RegExp>();

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const made =
    patterns.get(pattern) ??
    new RegExp(
      `^${pattern
        .replace(/[.()$'+]/g, "\\$&")
        .replace(/:(\w+)\*/g, "(?<$1>.*)")
        .replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`,
    );
  patterns.set(pattern, made);
  const found = made.exec(path);
  if (!found) return null;
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
