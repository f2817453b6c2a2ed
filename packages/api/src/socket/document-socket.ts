import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { getDocument } from "@besunny/core/documents/get-document";
import { AppError, unauthenticated } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";
import { type WebSocket, WebSocketServer } from "ws";

import { createRequestContext } from "../create-request-context";
import { countedOf, type Limits, limitsOf } from "../limits/limits";
import { headersOfRefusal } from "../limits/too-many-requests";
import { followDocument } from "../live/follow-document";
import { contextOfHolder, holderOfToken } from "../live/socket-token";
import { whileAllowed } from "../live/while-allowed";
import type { ApiTools } from "../request-context";
import { problem } from "../rest/problem";

const PING_EVERY_MS = 25_000;
const WHO_ASKS = "Send a session's cookie, an API key or a token";

/** Why a socket was closed. Those of 4000 and above are ours, named after HTTP's. */
export const closeCodes = {
  goingAway: 1001,
  failed: 1011,
  unauthenticated: 4401,
  notFound: 4404,
  rightsChanged: 4409,
} as const;

export type DocumentSocket = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
};

/**
 * Serves `/ws/documents/{id}` at a server's `upgrade` event. A cookie, a bearer or `?token=` (see `links.socket` of an upload) shows the
 * caller. Their rights are checked again at every change. A browser's page must be one of ours. `?after=SEQ` resumes. The messages are
 * `DocumentMessage`.
 */
export function createDocumentSocket(
  tools: ApiTools,
  given: { pingEveryMs?: number; limits?: Limits } = {},
): DocumentSocket {
  const { pingEveryMs = PING_EVERY_MS, limits = limitsOf(tools) } = given;
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  return {
    upgrade(request, socket, head) {
      socket.on("error", () => socket.destroy());
      admit(request)
        .then((admitted) =>
          server.handleUpgrade(request, socket, head, (client) => void serve(client, admitted)),
        )
        .catch((error: unknown) => refuse(socket, error));
    },
    close() {
      for (const client of server.clients) client.close(closeCodes.goingAway, "restarting");
      server.close();
    },
  };

  async function admit(request: IncomingMessage): Promise<Admitted> {
    const url = new URL(request.url ?? "/", "http://worker");
    const id = url.pathname.match(/^\/ws\/documents\/(doc_[\w-]+)$/)?.[1];
    if (!id) throw new AppError("NOT_FOUND", `There is nothing at ${url.pathname}`);
    mustBeOurs(request.headers.origin);

    const headers = headersOf(request);
    const asking = createRequestContext(tools, "web", headers);
    await limits.takeOpening({ address: asking.identity.ip });
    const token = url.searchParams.get("token");
    // A token runs out soon, so it is good for opening; from then on its person's membership counts.
    const holder = token ? await holderOfToken(tools, token, id) : null;
    const authenticate = holder ? () => contextOfHolder(tools, holder) : asking.workspaceNow;
    const ctx = (await authenticate()) ?? unauthenticated(WHO_ASKS);
    await limits.takeOpening(countedOf(ctx, { headers, address: asking.identity.ip }));
    await getDocument(ctx, { id });
    return { id, authenticate, after: afterOf(url) };
  }

  function mustBeOurs(origin: string | undefined): void {
    if (origin === undefined) return;
    const ours = Object.values(tools.urls).map((url) => new URL(url).origin);
    if (!ours.includes(origin))
      throw new AppError("FORBIDDEN", "Pages of other sites may not connect");
  }

  async function serve(client: WebSocket, { id, authenticate, after }: Admitted) {
    const stopping = new AbortController();
    let isAlive = true;
    client.on("pong", () => {
      isAlive = true;
    });
    client.on("close", () => stopping.abort());
    client.on("error", () => stopping.abort());
    const timer = setInterval(() => {
      if (!isAlive) return client.terminate();
      isAlive = false;
      client.ping();
    }, pingEveryMs);

    try {
      const messages = whileAllowed(
        { authenticate, changes: tools.changes, signal: stopping.signal },
        (ctx, ending) => followDocument(ctx, { id, after }, ending),
      );
      for await (const message of messages) client.send(JSON.stringify(message));
    } catch (error) {
      end(client, error);
    } finally {
      clearInterval(timer);
    }
  }

  function end(client: WebSocket, error: unknown): void {
    const code = error instanceof AppError ? error.code : "INTERNAL";
    if (code === "UNAUTHENTICATED") client.close(closeCodes.unauthenticated, "signed out");
    else if (code === "NOT_FOUND") client.close(closeCodes.notFound, "no longer there");
    else if (code === "PROVIDER_UNAVAILABLE")
      client.close(closeCodes.rightsChanged, "connect again");
    else {
      tools.log.error({ error }, "a socket failed");
      client.close(closeCodes.failed, "try again");
    }
  }

  function refuse(socket: Duplex, error: unknown): void {
    if (!(error instanceof AppError)) tools.log.error({ error }, "an upgrade failed");
    const { status, headers } = problem(error, "socket");
    const lines = [`HTTP/1.1 ${status} Refused`, "connection: close", "content-length: 0"];
    const challenge = headers.get("www-authenticate");
    if (challenge) lines.push(`www-authenticate: ${challenge}`);
    for (const [name, value] of Object.entries(headersOfRefusal(error)))
      lines.push(`${name.toLowerCase()}: ${value}`);
    socket.end(`${lines.join("\r\n")}\r\n\r\n`);
  }
}

type Admitted = {
  id: string;
  after: number | undefined;
  authenticate(): Promise<Caller | null>;
};

function afterOf({ searchParams }: URL): number | undefined {
  const after = Number(searchParams.get("after") ?? Number.NaN);
  return Number.isSafeInteger(after) && after >= 0 ? after : undefined;
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const each of value === undefined ? [] : [value].flat()) headers.append(name, each);
  return headers;
}
