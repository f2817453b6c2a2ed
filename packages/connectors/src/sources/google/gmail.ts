import type { gmail_v1 } from "@googleapis/gmail";
import { fileNameOf } from "../file-names";
import { pour } from "../pour";
import type { Account, Fetched, ItemRef, Root, Sink, Source, Watch } from "../source";
import { type GoogleTools, revokeToken, verifyToken } from "./client";
import { down, notFetchable } from "./errors";
import { type Gmail, labelOf, openGmail, profileOf } from "./gmail-client";
import { arrivedAt, mailPlaceOf } from "./gmail-items";
import { countMail, listMail } from "./gmail-listing";
import { lookAtMail } from "./gmail-looking";
import { readHead } from "./mail-head";
import { units } from "./paces";

/** Gmail: a mailbox or one of its labels. Messages are listed by their ids, the newest first, and nothing is ever marked as read. */
export function createGmailSource(tools: GoogleTools & { topic?: string | null }): Source {
  const open = (account: Account, signal?: AbortSignal) => openGmail(tools, account, signal);
  const { topic } = tools;
  return {
    facts: {
      provider: "google",
      kinds: ["gmail"],
      scopes: [
        { scope: "openid", words: "Know which account it is", isNeeded: true },
        { scope: "email", words: "Read your address", isNeeded: true },
        {
          scope: "https://www.googleapis.com/auth/gmail.readonly",
          words: "Read your mail. Nothing is sent, moved or marked as read",
          isNeeded: true,
        },
      ],
      canPush: Boolean(topic),
      canReadGrants: false,
      quota: { fetchesPerMinute: 6_000 / units.gmail.get, itemsPerPage: 500 },
    },
    verify: (account) => verifyToken(open(account)),
    listRoots: (account, within, query) => listLabels(open(account), within !== undefined, query),
    async begin(account, root) {
      const gmail = open(account);
      const { label } = mailPlaceOf(root);
      if (label) await labelOf(gmail, label);
      const { historyId } = await profileOf(gmail);
      return JSON.stringify({ history: historyId });
    },
    enumerate: (account, root, at, signal) =>
      listMail(open(account, signal), mailPlaceOf(root), at),
    changes: (account, root, since, signal) =>
      lookAtMail(open(account, signal), mailPlaceOf(root), since),
    fetch: (account, item, into, signal) => fetchMail(open(account, signal), item, into, signal),
    count: (account, root) => countMail(open(account), mailPlaceOf(root)),
    ...(topic && {
      watch: (account: Account) => watchMailbox(open(account), topic),
      renew: (account: Account) => watchMailbox(open(account), topic),
      async unwatch(account: Account) {
        const gmail = open(account);
        const how = { units: 50, about: "watch" as const };
        await gmail.call(how, (stop) => gmail.api.users.stop({ userId: "me" }, stop));
      },
    }),
    revoke: (account) => revokeToken(open(account)),
  };
}

/** Takes a message as it is: one request, and its labels, sender and time come along. */
async function fetchMail(
  gmail: Gmail,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  signal.throwIfAborted();
  const message = await gmail.ask<gmail_v1.Schema$Message>(
    { units: units.gmail.get, about: "item" },
    (stop) => gmail.api.users.messages.get({ userId: "me", id: item.id, format: "raw" }, stop),
  );
  if (!message.raw) throw down();
  const labels = message.labelIds ?? [];
  if (labels.includes("DRAFT")) throw notFetchable("draft", "The message is a draft.");
  const raw = Buffer.from(message.raw, "base64url");
  const { subject, from, messageId, hasAttachments, isEncrypted } = readHead(raw);
  if (isEncrypted) {
    throw notFetchable("encrypted-mail", "The message is encrypted for its receiver alone.");
  }
  const size = await pour(piecesOf(raw), into, { size: raw.length, signal });
  return {
    fileName: fileNameOf(subject || "Without subject", ".eml"),
    mediaType: "message/rfc822",
    size,
    revision: message.id ?? item.id,
    modifiedAt: arrivedAt(message, gmail.now()),
    mail: { messageId, threadId: message.threadId ?? null, labels, from, hasAttachments },
  };
}

async function* piecesOf(raw: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < raw.length; at += 64 * 1024) yield raw.subarray(at, at + 64 * 1024);
}

/** Labels that hold no mail of their own, or none that is ever taken. */
const unchoosable = new Set(["SPAM", "TRASH", "DRAFT", "CHAT", "UNREAD"]);

async function* listLabels(gmail: Gmail, isBelow: boolean, query?: string): AsyncGenerator<Root> {
  if (isBelow) return;
  const rootOf = (label: string, name: string, path: string[]): Root => ({
    ref: label ? { label } : {},
    kind: "gmail",
    name,
    path,
    hasChildren: false,
    isChoosable: true,
  });
  if (!query) yield rootOf("", "All mail", []);
  const { labels } = await gmail.ask<gmail_v1.Schema$ListLabelsResponse>(
    { units: units.gmail.labels, about: "account" },
    (stop) => gmail.api.users.labels.list({ userId: "me" }, stop),
  );
  for (const { id, name } of labels ?? []) {
    if (!id || unchoosable.has(id)) continue;
    // A slash makes a label one below another.
    const parts = (name ?? id).split("/");
    if (query && !parts.join("/").toLowerCase().includes(query.toLowerCase())) continue;
    yield rootOf(id, parts.at(-1) ?? id, parts.slice(0, -1));
  }
}

/** Gmail pushes into a topic of Pub/Sub, which an operator must have made. A watch ends after seven days. */
async function watchMailbox(gmail: Gmail, topicName: string): Promise<Watch> {
  const { expiration } = await gmail.ask<gmail_v1.Schema$WatchResponse>(
    { units: units.gmail.watch, about: "watch" },
    (stop) => gmail.api.users.watch({ userId: "me", requestBody: { topicName } }, stop),
  );
  return {
    id: topicName,
    expiresAt: new Date(Number(expiration)),
    resource: gmail.account.address,
  };
}
