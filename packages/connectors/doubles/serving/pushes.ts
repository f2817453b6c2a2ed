import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

type Push = { headers: IncomingHttpHeaders; body: string };

/** Listens for what doubles push, as the hook of BeSunny would. */
export async function listenForPushes() {
  const received: Push[] = [];
  let waiting: { count: number; done: (all: Push[]) => void } | null = null;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    response.writeHead(202).end();
    if (waiting && received.length >= waiting.count) waiting.done(received);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    /** Waits until that many have come. */
    wait: (count: number) =>
      new Promise<Push[]>((resolve) => {
        waiting = { count, done: resolve };
        if (received.length >= count) resolve(received);
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
