import { setTimeout as sleep } from "node:timers/promises";

import type { Log } from "@besunny/core/context";
import { Redis } from "ioredis";

/** An answer that takes longer is not worth waiting for: what is cached is computed within about as long. */
const ANSWER_MS = 250;
const CONNECT_MS = 1_000;
const SILENCE_MS = 10_000;

/**
 * Returns a client that nobody has to wait for. If Redis is away, or accepts connections but does not answer, a command fails within 250 ms.
 * The client logs once that Redis is away, and once that it is back.
 */
export function connectRedis(url: string, log: Log): { client: Redis; close(): void } {
  const copies: Redis[] = [];
  const main = new Redis({
    ...addressOf(url),
    connectTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    commandTimeout: ANSWER_MS,
    maxRetriesPerRequest: 1,
  });
  tellOnce(main, log);
  // bentocache's bus makes its two connections by this.
  const duplicate = () => {
    const copy = busConnection(url);
    copies.push(copy);
    return copy;
  };
  return {
    client: Object.assign(main, { duplicate }),
    close() {
      for (const each of [main, ...copies]) each.disconnect();
    },
  };
}

/**
 * Makes a connection for messages between processes. A subscription waits until Redis is there, because nobody retries one that fails at the
 * start. A message fails within 250 ms like a command, because nobody would receive it.
 */
function busConnection(url: string): Redis {
  const client = new Redis({
    ...addressOf(url),
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: null,
  });
  // The main client tells of it; without a listener each try would be printed.
  client.on("error", () => undefined);
  const publish = client.publish.bind(client);
  const subscribe = client.subscribe.bind(client);
  return Object.assign(client, {
    // Nobody listens to how it ends: it fails only when the client is closed before Redis ever came.
    subscribe: (channel: string) => subscribe(channel).catch(() => 0),
    publish: async (channel: string, message: string | Buffer) => {
      if (client.status !== "ready") throw new Error("Redis is away");
      return Promise.race([publish(channel, message), silence()]);
    },
  });
}

async function silence(): Promise<never> {
  await sleep(ANSWER_MS, undefined, { ref: false });
  throw new Error("Redis does not answer");
}

function tellOnce(client: Redis, log: Log): void {
  let isAway = false;
  client.on("error", (error: Error) => {
    if (isAway) return;
    isAway = true;
    log.warn({ error }, "Redis does not answer; what it would have kept is computed");
  });
  client.on("ready", () => {
    if (!isAway) return;
    isAway = false;
    log.info({}, "Redis answers again");
  });
}

function addressOf(redisUrl: string) {
  const { hostname, port, username, password, protocol, pathname } = new URL(redisUrl);
  const database = Number(pathname.slice(1));
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port || 6379),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(database > 0 && { db: database }),
    ...(protocol === "rediss:" && { tls: {} }),
  };
}
