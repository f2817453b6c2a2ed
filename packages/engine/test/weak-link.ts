import { connect, createServer, type Socket } from "node:net";

/**
 * Makes a connection to PostgreSQL that can be cut at any moment. After `cutAfter` more messages it closes every socket and lets no new one
 * through. The process behind it lives on but reaches nothing, like a worker that the others have lost. During `hold` nothing passes either
 * way, and all of it arrives late.
 */
export async function aWeakLink(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  let cutAt: number | null = null;
  const holds: { from: number; to: number }[] = [];

  function cut() {
    cutAt ??= performance.now();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  }

  const server = createServer((near) => {
    if (cutAt !== null) return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        (socket === near ? far : near).destroy();
      });
    }
    near.on("data", (chunk) => {
      left -= 1;
      if (left < 0) cut();
      else far.write(chunk);
    });
    far.on("data", (chunk) => near.write(chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(typeof address === "object" && address ? address.port : 0);

  return {
    url: through.href,
    cutAfter(messages: number) {
      left = messages;
    },
    hold(milliseconds: number) {
      const from = performance.now();
      holds.push({ from, to: from + milliseconds });
      for (const socket of sockets) socket.pause();
      setTimeout(() => {
        for (const socket of sockets) socket.resume();
      }, milliseconds);
    },
    /**
     * Returns whether the process could miss the work of the others at some time between the two moments (by `performance.now()`). It can
     * after the cut, while held, and within half a second of waking up.
     */
    wasApart: (from: number, to: number) =>
      (cutAt ?? Number.POSITIVE_INFINITY) <= to ||
      holds.some((held) => from < held.to + 500 && to > held.from),
    close() {
      cut();
      server.close();
    },
  };
}

export type WeakLink = Awaited<ReturnType<typeof aWeakLink>>;
