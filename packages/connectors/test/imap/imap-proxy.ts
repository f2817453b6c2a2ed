import { type AddressInfo, connect, createServer, type Socket } from "node:net";

import type { Doubles } from "../../doubles/serving/server";
import { createTokenBook } from "../../doubles/serving/tokens";
import type { Fault, World } from "../../doubles/world";
import { PASSWORD } from "./dovecot";

type Does = Fault["does"];
type Pending = { tag: string; does: Does; held: Buffer[] };

/**
 * Passes on what an adapter and a real mail server say. It records each command, signs in with the tokens of a double, and makes
 * the faults of the world. `hides` are the capabilities that the server seems not to have.
 */
export async function startImapProxy(
  world: World,
  port: number,
  hides: readonly string[] = [],
): Promise<Doubles & { port: number }> {
  const tokens = createTokenBook(world);
  const sent = { bytes: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    pass({ client, upstream, world, tokens, sent, hides });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `imap://127.0.0.1:${own}`,
    port: own,
    world,
    tokens,
    sent,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(given: {
  client: Socket;
  upstream: Socket;
  world: World;
  tokens: Doubles["tokens"];
  sent: { bytes: number };
  hides: readonly string[];
}): void {
  const { client, upstream, world, tokens, sent, hides } = given;
  let pending: Pending | null = null;
  let account: string | null = null;
  let isSigningIn: string | null = null;
  const end = () => {
    client.destroy();
    upstream.destroy();
  };
  const tell = (bytes: Buffer | string) => {
    sent.bytes += Buffer.byteLength(bytes);
    if (!client.write(bytes)) {
      upstream.pause();
      client.once("drain", () => upstream.resume());
    }
  };

  client.on("data", (bytes) => {
    const line = bytes.toString("latin1");
    if (isSigningIn) {
      const tag = isSigningIn;
      isSigningIn = null;
      const [, user = "", password = ""] = Buffer.from(line, "base64").toString().split("\0");
      account = user;
      const isKnown = tokens.look(password)?.address === user;
      if (!isKnown) return tell(`${tag} NO [AUTHENTICATIONFAILED] Authentication failed.\r\n`);
      const known = Buffer.from(`\0${user}\0${PASSWORD}`).toString("base64");
      upstream.write(`${tag} AUTHENTICATE PLAIN ${known}\r\n`);
      return;
    }
    const command = /^(\S+) ([A-Z].*?)\r?\n/s.exec(line);
    if (!command) return void upstream.write(bytes);
    const [, tag = "", path = ""] = command;
    const does = world.faultFor({ method: "IMAP", path });
    const status = statusOf(does);
    const units = 1;
    world.requests.push({
      service: "imap",
      method: "IMAP",
      path: named(path),
      status,
      units,
      account,
    });
    const answer = does && answerOf(does, tag);
    if (answer) return tell(answer);
    if (does?.kind === "reset") return end();
    if (does?.kind === "html-error") {
      tell("<!doctype html><title>502</title>\r\n");
      return end();
    }
    if (does) pending = { tag, does, held: [] };
    if (!path.startsWith("AUTHENTICATE PLAIN")) return void upstream.write(bytes);
    isSigningIn = tag;
    const initial = /^AUTHENTICATE PLAIN (\S+)/.exec(path)?.[1];
    if (initial) client.emit("data", Buffer.from(initial));
    else tell("+ \r\n");
  });

  upstream.on("data", (given) => {
    const bytes = hides.length > 0 ? without(hides, given) : given;
    if (!pending) return tell(bytes);
    pending.held.push(bytes);
    const all = Buffer.concat(pending.held);
    const { does, tag } = pending;
    if (does.kind === "cut" && all.byteLength > does.afterBytes) {
      client.write(all.subarray(0, does.afterBytes), end);
      return;
    }
    if (!all.toString("latin1").match(new RegExp(`(^|\r\n)${tag} (OK|NO|BAD)[^\r\n]*\r\n$`)))
      return;
    pending = null;
    if (does.kind === "wrong-length" || does.kind === "cut") {
      client.write(all.subarray(0, all.byteLength / 2), end);
      return;
    }
    tell(changed(all, does, tag));
  });
  client.on("close", end);
  upstream.on("close", end);
}

function without(hides: readonly string[], bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  if (!text.includes("CAPABILITY")) return bytes;
  return Buffer.from(
    text.replace(new RegExp(` (${hides.join("|")})(?=[ \\]\r])`, "g"), ""),
    "latin1",
  );
}

/** A command as it is recorded, without secrets. */
const named = (path: string) => path.replace(/^(AUTHENTICATE \S+|LOGIN).*/, "$1");

function statusOf(does: Does | null): number {
  if (does?.kind === "throttle") return 429;
  return does?.kind === "status" ? does.status : 200;
}

function answerOf(does: Does, tag: string): string | null {
  if (does.kind === "throttle") {
    const { retryAfter } = does;
    if (retryAfter === undefined) return `${tag} NO [LIMIT] Too many requests.\r\n`;
    return `${tag} BAD Request is throttled. Suggested Backoff Time: ${retryAfter * 1000} milliseconds\r\n`;
  }
  if (does.kind !== "status" || does.status === 410) return null;
  if (does.status === 401) return `${tag} NO [AUTHENTICATIONFAILED] Authentication failed.\r\n`;
  if (does.status === 403) return `${tag} NO [NOPERM] Permission denied\r\n`;
  return `${tag} ${does.status >= 500 ? "NO [UNAVAILABLE]" : "BAD"} Not now\r\n`;
}

/** 410 numbers the folder again. */
function changed(all: Buffer, does: Does, tag: string): string | Buffer {
  const text = all.toString("latin1");
  const at = text.lastIndexOf(`${tag} `);
  const [told, last] = [text.slice(0, at), text.slice(at)];
  if (does.kind === "duplicate-page") return Buffer.from(told + told + last, "latin1");
  return Buffer.from(text.replace(/UIDVALIDITY (\d+)/g, "UIDVALIDITY 1$1"), "latin1");
}
