import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { ImapFlow } from "imapflow";

import type { Bench, Hands } from "../../doubles/kit/bench";
import { accountAt } from "../../doubles/serving/accounts";
import { createWorld } from "../../doubles/world";
import { createImap } from "../../src/sources/imap/imap";
import { createLimiter } from "../../src/sources/limiter";
import type { RootRef } from "../../src/sources/source";
import { type Dovecot, PASSWORD } from "./dovecot";
import { startImapProxy } from "./imap-proxy";

export const allowList = ["127.0.0.1"];
export const pageSize = 12;
let users = 0;

/** A mail as a client would send it. */
export function aMail({
  messageId,
  subject = "Plan",
  text = "Hello",
}: {
  messageId: string | null;
  subject?: string;
  text?: string;
}): string {
  const encoded = [...Buffer.from(subject)].length === subject.length && !/^\s|\s$/.test(subject);
  const words = encoded ? subject : inWords(subject);
  const fields = [
    ...(messageId ? [`Message-ID: <${messageId}>`] : []),
    "Date: Mon, 2 Nov 2026 08:00:00 +0000",
    "From: Ana <ana@example.org>",
    "To: Ben <ben@example.org>",
    `Subject: ${words}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
  ];
  return `${fields.join("\r\n")}\r\n\r\n${text.replace(/\r?\n/g, "\r\n")}\r\n`;
}

function inWords(text: string): string {
  const parts: string[] = [];
  let part = "";
  for (const letter of text) {
    if (Buffer.byteLength(part + letter) > 42) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part]
    .map((each) => `=?utf-8?B?${Buffer.from(each).toString("base64")}?=`)
    .join("\r\n ");
}

/** Returns a client that signs in at the mail server itself, as a person's own program does. */
export async function ownClient(dovecot: Dovecot, user: string): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: dovecot.port,
    secure: false,
    auth: { user, pass: PASSWORD },
    logger: false,
    disableAutoIdle: true,
  });
  await client.connect();
  return client;
}

/** Starts a bench of the kit on a mailbox of its own, whose root is one folder. */
export async function imapBench(
  dovecot: Dovecot,
  { root = { path: "Chosen" }, hides = [] }: { root?: RootRef; hides?: string[] } = {},
): Promise<Bench & { client: ImapFlow; user: string }> {
  const world = createWorld();
  const proxy = await startImapProxy(world, dovecot.port, hides);
  const user = `user${++users}@example.org`;
  const client = await ownClient(dovecot, user);
  await client.mailboxCreate("Chosen");
  const limiter = createLimiter({ paces: {}, now: world.now });
  const source = createImap({ limiter, allowList, pageSize });
  const settings = { host: "127.0.0.1", port: String(proxy.port), secure: "false", user };
  const account = accountAt({ tokens: proxy.tokens, provider: "imap", address: user, settings });
  return {
    source,
    account,
    root,
    client,
    user,
    doubles: {
      ...proxy,
      async close() {
        source.close();
        client.close();
        await proxy.close();
      },
    },
    hands: handsOf(dovecot, client, user),
    requests: {
      listing: ({ path }) => /^UID FETCH .*ENVELOPE/.test(path),
      changes: ({ path }) => path.startsWith("EXAMINE"),
      content: ({ path }) => /^UID FETCH .*BODY\.PEEK\[\]/.test(path),
    },
    faults: {
      cursorLost: { kind: "status", status: 410 },
      quota: { kind: "throttle", status: 429 },
      forbidden: { kind: "status", status: 403 },
    },
    pageSize,
    changesPageSize: pageSize,
  };
}

function handsOf(dovecot: Dovecot, client: ImapFlow, user: string): Hands {
  let count = 0;
  const kept = new Map<string, { raw: string; messageId: string }>();
  const direct = createImap({
    limiter: createLimiter({ paces: {} }),
    allowList,
    pageSize: 5000,
    idleMs: 1000,
  });
  const account = {
    id: `direct-${user}`,
    provider: "imap" as const,
    subject: null,
    address: user,
    settings: { host: "127.0.0.1", port: String(dovecot.port), secure: "false", user },
    token: async () => PASSWORD,
    refresh: async () => PASSWORD,
  };
  /** Asks which ids the mails have got. */
  const idsOf = async (messageIds: string[], path: string): Promise<string[]> => {
    const ids = new Map<string | null | undefined, string>();
    const never = new AbortController().signal;
    for await (const page of direct.enumerate(account, { path }, null, never)) {
      for (const { id, mail } of page.items) ids.set(mail?.messageId, id);
    }
    return messageIds.map((messageId) => ids.get(`<${messageId}>`) ?? "");
  };
  const addAll = async (mails: { subject: string; text?: string }[], path = "Chosen") => {
    const made = mails.map((mail) => {
      const messageId = `mail-${++count}@example.org`;
      return { messageId, raw: aMail({ messageId, ...mail }) };
    });
    if (made.length === 1) await client.append(path, made[0]?.raw ?? "");
    else for (const { raw, messageId } of made) deliver(dovecot, user, path, messageId, raw);
    const ids = await idsOf(
      made.map(({ messageId }) => messageId),
      path,
    );
    for (const [index, id] of ids.entries()) {
      const mail = made[index];
      if (mail) kept.set(id, mail);
    }
    return ids;
  };
  const many = (length: number, prefix: string) =>
    Array.from({ length }, (_, n) => ({ subject: `${prefix} ${n + 1}` }));
  let isElsewhere = false;
  const rename = async (from: string, to: string) => void (await client.mailboxRename(from, to));
  return {
    add: async (subject, text) => (await addAll([{ subject, ...(text && { text }) }]))[0] ?? "",
    addMany: async (length) => (length === 0 ? [] : addAll(many(length, "Mail"))),
    async remove(id) {
      const lock = await client.getMailboxLock("Chosen");
      try {
        const header = { "message-id": `<${kept.get(id)?.messageId}>` };
        const uids = await client.search({ header }, { uid: true });
        await client.messageDelete(uids || [], { uid: true });
      } finally {
        lock.release();
      }
    },
    restore: async (id) => void (await client.append("Chosen", kept.get(id)?.raw ?? "")),
    async addFolder(length) {
      await client.mailboxCreate("Chosen.Tree");
      await client.mailboxCreate("Chosen.Tree.Sub");
      const half = Math.floor(length / 2);
      const ids = [
        ...(await addAll(many(half, "Tree"), "Chosen.Tree")),
        ...(await addAll(many(length - half, "Sub"), "Chosen.Tree.Sub")),
      ];
      return { folder: "Chosen.Tree", ids };
    },
    moveWithin: () => rename("Chosen.Tree", "Chosen.Other"),
    async moveOut() {
      if (!isElsewhere) await client.mailboxCreate("Elsewhere");
      isElsewhere = true;
      await rename("Chosen.Tree", "Elsewhere.Tree");
    },
    moveIn: () => rename("Elsewhere.Tree", "Chosen.Tree"),
  };
}

/** Puts a mail into a folder as a delivery program does. */
export function deliver(
  dovecot: Dovecot,
  user: string,
  path: string,
  name: string,
  raw: string | Buffer,
): void {
  const box = join(dovecot.mailDir(user), path === "INBOX" ? "" : `.${path}`);
  writeFileSync(join(box, "new", `1700000000.${name.replace(/\W/g, "-")}.host`), raw);
}
