import { createHash } from "node:crypto";

import type { FetchMessageObject, FetchQueryObject, MessageStructureObject } from "imapflow";

import type { Item } from "../source";
import type { Folder } from "./imap-folders";
import type { Session } from "./imap-session";

/** The fields that tell mails apart, in whatever folder they are. */
export const ofKeys: FetchQueryObject = { uid: true, size: true, headers: ["message-id", "date"] };

const ofItems: FetchQueryObject = {
  ...ofKeys,
  headers: ["message-id", "date", "references", "in-reply-to"],
  envelope: true,
  flags: true,
  internalDate: true,
  bodyStructure: true,
};
const ofBare: FetchQueryObject = { uid: true, size: true, internalDate: true, headers: true };

/** 72 bits, which are 12 letters. */
export const ID_BYTES = 9;

/**
 * Yields each mail of a range of the open folder with its id. The id is made of Message-ID, date and size. So a mail
 * keeps it in another folder, and when the server numbers a folder again.
 */
export async function* readMails(
  session: Session,
  range: string,
  query: FetchQueryObject,
): AsyncGenerator<{ id: string; uid: number; message: FetchMessageObject }> {
  const bare: FetchMessageObject[] = [];
  for await (const message of fetched(session, range, query)) {
    const id = idOf(message);
    if (id) yield { id, uid: message.uid, message };
    else bare.push(message);
  }
  // One without a Message-ID is known by its whole head.
  const heads = new Map<number, FetchMessageObject>();
  for (let at = 0; at < bare.length; at += 500) {
    const uids = bare.slice(at, at + 500).map(({ uid }) => uid);
    for await (const head of fetched(session, rangeOf(uids), ofBare)) heads.set(head.uid, head);
  }
  for (const message of bare) {
    const head = heads.get(message.uid);
    if (head) yield { id: idOfBare(head), uid: message.uid, message };
  }
}

/** Reads the items of these mails, the newest first. */
export async function readItems(
  session: Session,
  folder: Pick<Folder, "path" | "isDrafts">,
  range: string,
): Promise<{ uid: number; item: Item }[]> {
  const read: { uid: number; item: Item }[] = [];
  for await (const { id, uid, message } of readMails(session, range, ofItems)) {
    read.push({ uid, item: itemOf(id, message, folder) });
  }
  return read.sort((one, other) => other.uid - one.uid);
}

/** An iterator of imapflow fails within `next`, so each step of it is a request. */
async function* fetched(session: Session, range: string, query: FetchQueryObject) {
  const messages = session.client.fetch(range, query, { uid: true });
  const next = () => messages.next();
  try {
    for (let step = await session.run("read", next); !step.done; ) {
      yield step.value;
      step = await session.run("read", next);
    }
  } finally {
    // Without this, a caller that stops early would hold back the answers to come.
    await messages.return();
  }
}

/** Writes numbers as a range of IMAP, with runs as `first:last`. */
export function rangeOf(uids: readonly number[]): string {
  const sorted = [...uids].sort((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const uid of sorted) {
    const run = runs.at(-1);
    if (run && uid === run[1] + 1) run[1] = uid;
    else runs.push([uid, uid]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(",");
}

function idOf({ headers, size }: FetchMessageObject): string | null {
  const fields = fieldsOf(headers);
  const messageId = fields.get("message-id");
  return messageId ? shortHash(messageId, fields.get("date") ?? "", String(size)) : null;
}

function idOfBare({ headers, size, internalDate }: FetchMessageObject): string {
  const day = internalDate ? new Date(internalDate).toISOString() : "";
  return shortHash(headers?.toString("latin1") ?? "", day, String(size));
}

const shortHash = (...parts: string[]) =>
  createHash("sha256")
    .update(parts.join("\0"))
    .digest()
    .subarray(0, ID_BYTES)
    .toString("base64url");

function fieldsOf(headers: Buffer | undefined): Map<string, string> {
  const lines = (headers?.toString("latin1") ?? "").replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(":");
    const name = line.slice(0, at).toLowerCase();
    if (at > 0 && !fields.has(name)) fields.set(name, line.slice(at + 1).trim());
  }
  return fields;
}

function itemOf(
  id: string,
  { envelope, flags, headers, internalDate, size, bodyStructure }: FetchMessageObject,
  { path, isDrafts }: Pick<Folder, "path" | "isDrafts">,
): Item {
  const fields = fieldsOf(headers);
  const [from] = envelope?.from ?? [];
  const messageId = fields.get("message-id") || null;
  const skip = skipOf(isDrafts || flags?.has("\\Draft") === true, bodyStructure);
  return {
    id,
    parentIds: [],
    name: envelope?.subject || "(no subject)",
    mediaType: "message/rfc822",
    size: size ?? null,
    revision: id,
    modifiedAt: new Date(internalDate ?? envelope?.date ?? 0),
    webUrl: null,
    isFolder: false,
    ...(skip && { skip }),
    mail: {
      messageId,
      threadId:
        firstId(fields.get("references")) ?? firstId(fields.get("in-reply-to")) ?? messageId,
      labels: [path],
      from: from?.address ?? null,
      hasAttachments: bodyStructure ? hasAttachments(bodyStructure) : null,
    },
  };
}

const firstId = (text: string | undefined): string | null =>
  /<[^>]+>/.exec(text ?? "")?.[0] ?? null;

function skipOf(isDraft: boolean, body: MessageStructureObject | undefined) {
  if (isDraft) return "draft" as const;
  const isSealed =
    body?.type === "multipart/encrypted" ||
    (/^application\/(x-)?pkcs7-mime$/.test(body?.type ?? "") &&
      body?.parameters?.["smime-type"] !== "signed-data");
  return isSealed ? ("encrypted-mail" as const) : null;
}

function hasAttachments({ disposition, childNodes }: MessageStructureObject): boolean {
  return disposition === "attachment" || (childNodes ?? []).some(hasAttachments);
}
