import { connect, createServer, type Socket } from "node:net";

/**
 * A connection to PostgreSQL that can be cut in the midst of anything: after `cutAfter` more messages every socket is closed and none
 * is let through again. Whoever is behind it lives on but reaches nothing, as a process that was lost by the others. While it is held
 * (`hold`), nothing passes either way, and all of it arrives late.
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
     * Whether something between the two moments (by `performance.now()`) was done without knowing what the others did meanwhile: after
     * the cut, while held, or within half a second of waking up.
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
