import type { IncomingMessage, RequestListener } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";

import { type Bounds, createHttpServer, listen } from "./http-server";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const short = { headersMs: 200, silenceMs: 300, keepAliveMs: 100, lingerMs: 100, drainMs: 200 };

async function aServer(listener: RequestListener, bounds: Partial<Bounds> = short) {
  const bounded = createHttpServer(listener, bounds);
  await listen(bounded.server, { host: "127.0.0.1", port: 0 });
  ends.push(() => bounded.server.closeAllConnections());
  ends.push(() => bounded.server.close());
  return { ...bounded, port: portOf(bounded.server.address()) };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return address.port;
}

/** A connection that sends what the test writes; `heard` is everything that the server sent until it closed the connection. */
function aLine(port: number, first = ""): { socket: Socket; heard: Promise<string> } {
  const socket = connect(port, "127.0.0.1");
  ends.push(() => socket.destroy());
  let said = "";
  socket.on("data", (chunk) => {
    said += chunk;
  });
  socket.on("error", () => undefined);
  if (first) socket.write(first);
  return { socket, heard: new Promise((resolve) => socket.once("close", () => resolve(said))) };
}

const request = (method: string, ...headers: string[]) =>
  `${[`${method} / HTTP/1.1`, "host: here", ...headers].join("\r\n")}\r\n\r\n`;
const echoPeer: RequestListener = ({ headers }, response) => {
  response.end(String(headers["x-besunny-peer"]));
};

test("it says who is at the other end, whatever the client claims", async () => {
  const { port } = await aServer(echoPeer);
  const forged = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { "x-besunny-peer": "8.8.8.8", "x-forwarded-for": "9.9.9.9" },
  });
  expect(await forged.text()).toBe("127.0.0.1");
});

test("it hangs up on who sends no head, or half of one", async () => {
  const { port } = await aServer(echoPeer, { ...short, silenceMs: 60_000 });
  const silent = aLine(port);
  const half = aLine(port, "GET / HTTP/1.1\r\nhost: here\r\n");

  expect(await silent.heard).toContain("408");
  expect(await half.heard).toContain("408");
});

test("it hangs up on who sends half a body and falls silent", async () => {
  const { port } = await aServer((incoming, response) => {
    text(incoming).then(
      (body) => response.end(body),
      () => undefined,
    );
  });
  const half = aLine(port, `${request("POST", "content-length: 9")}four`);
  expect(await half.heard).toBe("");
});

test("it hangs up on who was answered and will not end what it sends", async () => {
  const { port } = await aServer((_, response) => response.end("enough"), {
    ...short,
    silenceMs: 60_000,
  });
  const { socket, heard } = aLine(port, request("POST", "transfer-encoding: chunked"));
  const dripping = setInterval(() => socket.write("1\r\nx\r\n"), 20);
  expect(await heard).toContain("enough");
  clearInterval(dripping);
});

test("it goes on with who was answered early and then came to the end of what was sent", async () => {
  const { port } = await aServer(
    async (incoming, response) => {
      for await (const piece of incoming) {
        response.end(`${piece.length > 0}`);
        await new Promise(() => undefined);
      }
      response.end("empty");
    },
    { ...short, lingerMs: 60_000, silenceMs: 60_000, keepAliveMs: 60_000 },
  );
  const bytes = 1024 ** 2;
  const { socket, heard } = aLine(port, request("POST", `content-length: ${bytes}`));
  socket.write("x".repeat(bytes));
  socket.write(request("GET", "connection: close"));
  expect(await heard).toMatch(/true.*empty/s);
});

test("it lets live who sends slowly, and who listens to a stream that pings", async () => {
  const { port } = await aServer((incoming, response) => {
    if (incoming.method === "POST") return void text(incoming).then((body) => response.end(body));
    response.writeHead(200, { "content-type": "text/event-stream" });
    let pings = 0;
    const timer = setInterval(() => {
      response.write(": ping\n\n");
      pings += 1;
      if (pings < 12) return;
      clearInterval(timer);
      response.end("event: last\n\n");
    }, 50);
  });
  const slow = aLine(port, request("POST", "content-length: 12", "connection: close"));
  let sent = 0;
  const sending = setInterval(() => {
    slow.socket.write("x");
    sent += 1;
    if (sent === 12) clearInterval(sending);
  }, 50);
  const listening = aLine(port, request("GET", "connection: close"));

  expect(await slow.heard).toContain("x".repeat(12));
  expect(await listening.heard).toContain("event: last");
});

test("it refuses TRACE and CONNECT, and heads that are too long", async () => {
  const { port } = await aServer(echoPeer);
  for (const method of ["TRACE", "CONNECT"])
    expect(await aLine(port, request(method, "connection: close")).heard).toContain(" 405 ");
  const long = request("GET", `x-long: ${"x".repeat(20_000)}`);
  expect(await aLine(port, long).heard).toContain(" 431 ");
});

test("it takes so many connections and no more", async () => {
  const { port } = await aServer(echoPeer, { connections: 1, headersMs: 60_000 });
  const first = aLine(port);
  await new Promise((resolve) => first.socket.once("connect", resolve));
  const second = aLine(port, request("GET"));
  expect(await second.heard).toBe("");
});

test("it answers a wish for a WebSocket as a plain request where it has none", async () => {
  const { port } = await aServer(echoPeer);
  const wish = request("GET", "connection: upgrade", "upgrade: websocket");
  expect(await aLine(port, wish).heard).toContain(" 200 ");
});

test("it ends event streams at once, and what is under way after its time", async () => {
  const arrived: IncomingMessage[] = [];
  const { port, drain } = await aServer(
    (incoming, response) => {
      arrived.push(incoming);
      if (incoming.method === "GET")
        response.setHeader("content-type", "text/event-stream").write(": open\n\n");
      else setTimeout(() => response.end("done"), 50);
    },
    { drainMs: 60_000, keepAliveMs: 10 },
  );
  const stream = aLine(port, request("GET"));
  const working = aLine(port, request("POST", "content-length: 0"));
  await expect.poll(() => arrived.length).toBe(2);

  await drain();
  expect(await stream.heard).toContain(": open");
  expect(await working.heard).toContain("done");
});

test("it ends with a WebSocket that will not close, and told it who its client was", async () => {
  const { server, port, drain } = await aServer(echoPeer, { ...short, upgrades: true });
  server.on("upgrade", ({ headers }, socket) => {
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n\r\n${headers["x-besunny-peer"]}`);
  });
  const line = aLine(port, request("GET", "connection: upgrade", "upgrade: websocket"));
  await new Promise((resolve) => line.socket.once("data", resolve));

  await drain();
  expect(await line.heard).toContain("127.0.0.1");
});
