import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** The header that names who is at the other end of the socket. What a client sends under this name is overwritten. */
export const PEER_HEADER = "x-besunny-peer";

/** The limits of the server: times in milliseconds, sizes in bytes, and the number of connections. */
export type Bounds = {
  /** From the connection, or the end of the request before, to the end of the headers. */
  headersMs: number;
  /** From the first byte of a request to its last: a backstop, since who reads a body bounds it too. */
  requestMs: number;
  /** The time for which a connection without a request is kept; longer than proxies keep theirs, so that they end it first. */
  keepAliveMs: number;
  /** The longest silence on a connection. Event streams ping more often. */
  silenceMs: number;
  /** The time to read the answer for a client that was answered before it had sent everything. */
  lingerMs: number;
  /** The time that requests under way still have when the server ends. */
  drainMs: number;
  headerBytes: number;
  connections: number;
  /** True if requests may become WebSockets. Otherwise the server ignores the `upgrade` header, as HTTP allows. */
  upgrades: boolean;
};

const usualBounds: Bounds = {
  headersMs: 15_000,
  requestMs: 3_600_000,
  keepAliveMs: 65_000,
  silenceMs: 120_000,
  lingerMs: 2_000,
  drainMs: 2_500,
  headerBytes: 16_384,
  connections: 2_000,
  upgrades: false,
};

export type BoundedServer = {
  server: Server;
  /** Takes no more, ends event streams, lets the rest finish for a while, then cuts it off. */
  drain(): Promise<void>;
};

/** An HTTP server that slow, silent or too many clients cannot hold, and that says who its clients are. It does not listen yet. */
export function createHttpServer(
  listener: RequestListener,
  given: Partial<Bounds> = {},
): BoundedServer {
  const bounds = { ...usualBounds, ...given };
  const open: Open = { responses: new Set(), upgraded: new Set() };
  const server = createServer(
    {
      headersTimeout: bounds.headersMs,
      requestTimeout: bounds.requestMs,
      keepAliveTimeout: bounds.keepAliveMs,
      connectionsCheckingInterval: Math.min(5_000, bounds.headersMs),
      maxHeaderSize: bounds.headerBytes,
      shouldUpgradeCallback: () => bounds.upgrades,
    },
    (request, response) => {
      namePeer(request);
      keepWhileOpen(open.responses, response);
      if (request.method === "TRACE") return refuseMethod(response);
      endWithAnswer(request, response, bounds.lingerMs);
      listener(request, response);
    },
  );
  server.maxConnections = bounds.connections;
  server.timeout = bounds.silenceMs;
  server.on("connect", (_request, socket) => refuseTunnel(socket));
  server.prependListener("upgrade", (request) => {
    namePeer(request);
    // The code that takes over the socket sets its own time limit.
    request.socket.setTimeout(0);
    keepWhileOpen(open.upgraded, request.socket);
  });
  return { server, drain: () => drain(server, open, bounds.drainMs) };
}

/** The server itself forgets a socket that was handed over. */
type Open = { responses: Set<ServerResponse>; upgraded: Set<Socket> };

function keepWhileOpen<T extends ServerResponse | Socket>(open: Set<T>, one: T): void {
  open.add(one);
  one.once("close", () => open.delete(one));
}

/** Listens there; rejects where that cannot be done. */
export async function listen(server: Server, { host, port }: { host: string; port: number }) {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function namePeer(request: IncomingMessage): void {
  const peer = peerOf(request);
  request.headers[PEER_HEADER] = peer;
  // Some readers take the headers as they came: what the client sent under this name goes there too.
  request.rawHeaders = withRawHeader(request.rawHeaders, PEER_HEADER, peer);
  // Next would write the socket's own word there.
  request.headers["x-forwarded-for"] ??= peer;
}

/** Names and values take turns in raw headers. */
function withRawHeader(raw: readonly string[], name: string, value: string): string[] {
  const others = raw.filter(
    (_, position) => raw[position - (position % 2)]?.toLowerCase() !== name,
  );
  return [...others, name, value];
}

/** Returns the address of the client: an IPv4 client in its IPv4 form, and this machine always as 127.0.0.1. */
function peerOf({ socket }: IncomingMessage): string {
  if (socket.remoteAddress && socket.remoteAddress === socket.localAddress) return "127.0.0.1";
  return (socket.remoteAddress ?? "").replace(/^::ffff:(?=\d+\.)/, "");
}

/** Discards the rest of a body after the answer. After `lingerMs`, in which the client can read the answer, it closes the connection. */
function endWithAnswer(request: IncomingMessage, response: ServerResponse, lingerMs: number): void {
  const { socket } = request;
  response.once("finish", () => {
    if (request.complete || socket.destroyed) return;
    // The earlier reader of the body would hold it back.
    request.removeAllListeners("readable");
    request.resume();
    const timer = setTimeout(() => {
      if (!request.complete) socket.destroy();
    }, lingerMs);
    timer.unref();
    socket.once("close", () => clearTimeout(timer));
  });
}

function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, { allow: ALLOWED, "content-length": "0" }).end();
}

function refuseTunnel(socket: Duplex): void {
  socket.on("error", () => socket.destroy());
  socket.end(
    `HTTP/1.1 405 Method Not Allowed\r\nallow: ${ALLOWED}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  );
}

const ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

async function drain(
  server: Server,
  { responses, upgraded }: Open,
  drainMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const response of responses) if (isEventStream(response)) response.destroy();
  const cut = setTimeout(() => {
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  }, drainMs);
  await closed;
  clearTimeout(cut);
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
}
