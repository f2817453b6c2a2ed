import type { World, WorldMessage } from "../world";

/** The labels that every mailbox has. */
export const systemLabels = [
  "INBOX",
  "SENT",
  "DRAFT",
  "SPAM",
  "TRASH",
  "STARRED",
  "IMPORTANT",
  "UNREAD",
  "CATEGORY_UPDATES",
  "CATEGORY_PROMOTIONS",
];

/** Ids begin with the time of arrival, as those of Gmail do. */
export function gmailIdOf({ id, receivedAt }: WorldMessage): string {
  const number = BigInt(id.replace(/\D/g, "") || "0");
  return ((BigInt(receivedAt.getTime()) << 20n) | (number & 0xfffffn)).toString(16);
}

export const labelsOf = ({ labels, isDraft }: WorldMessage): string[] =>
  isDraft ? [...new Set([...labels, "DRAFT"])] : labels;

/** Returns the messages of a mailbox, the newest first. */
export function messagesOf(world: World, mailbox: string): WorldMessage[] {
  return [...world.messages.values()]
    .filter((message) => message.mailbox === mailbox && !message.isDeleted)
    .sort(
      (one, two) =>
        two.receivedAt.getTime() - one.receivedAt.getTime() || (one.id < two.id ? 1 : -1),
    );
}

export function findMessage(world: World, mailbox: string, id: string): WorldMessage | null {
  for (const message of world.messages.values()) {
    if (message.mailbox === mailbox && gmailIdOf(message) === id) return message;
  }
  return null;
}

/** Ids of history rise, but not one by one. */
export const historyIdOf = (seq: number): string => String(1000 + seq * 13);
export const seqOf = (historyId: string): number => Math.floor((Number(historyId) - 1000) / 13);

const headersOf = (raw: Buffer) =>
  (raw.toString().split(/\r?\n\r?\n/, 1)[0] ?? "")
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .flatMap((line) => {
      const at = line.indexOf(":");
      return at > 0 ? [{ name: line.slice(0, at), value: line.slice(at + 1).trim() }] : [];
    });

/** Returns a message in one of the four formats. */
export function messageView(message: WorldMessage, format: string, seq: number) {
  const base = {
    id: gmailIdOf(message),
    threadId: threadIdOf(message),
    labelIds: labelsOf(message),
    snippet: "",
    sizeEstimate: message.raw.length,
    historyId: historyIdOf(seq),
    internalDate: String(message.receivedAt.getTime()),
  };
  if (format === "raw") return { ...base, raw: message.raw.toString("base64url") };
  if (format === "minimal") return base;
  return {
    ...base,
    payload: { partId: "", mimeType: "text/plain", headers: headersOf(message.raw) },
  };
}

export const threadIdOf = ({ threadId }: WorldMessage): string =>
  Buffer.from(threadId).toString("hex").slice(0, 16);
