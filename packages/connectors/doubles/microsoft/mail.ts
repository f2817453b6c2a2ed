import type { MailFolder, Message } from "@microsoft/microsoft-graph-types";

import type { Answer, Asked, Route } from "../serving/asked";
import { contentOf, type Entry, type World, type WorldMessage } from "../world";
import { offsetPage, one, prefers, refusal, type Settings } from "./answers";
import { answerDelta, type Feed } from "./deltas";

const IMMUTABLE = 'IdType="ImmutableId"';
const names: Record<string, string> = {
  INBOX: "Inbox",
  SENT: "Sent Items",
  DELETED: "Deleted Items",
};
/** Names that are as good as the id of a folder. */
const wellKnown: Record<string, string> = {
  inbox: "INBOX",
  sentitems: "SENT",
  deleteditems: "DELETED",
};

const itemNotFound = () => refusal(404, "ErrorItemNotFound", "The specified object was not found.");

/** The routes of mail. Without the right `Prefer` an id is that of a place, and changes with every move. */
export function mailRoutes(settings: Settings): Route[] {
  const get = (path: string, answer: (asked: Asked) => Answer): Route => ({
    method: "GET",
    path: `/v1.0${path}`,
    answer,
  });
  const folder = (path: string, answer: (asked: Asked, name: string) => Answer): Route =>
    get(`/me/mailFolders/:folder${path}`, (asked) => {
      const named = asked.params.folder ?? "";
      const name = foldersOf(asked).find((one) => idOf(one) === named || wellKnown[named] === one);
      return name ? answer(asked, name) : itemNotFound();
    });
  const message = (path: string, answer: (asked: Asked, found: WorldMessage) => Answer): Route =>
    get(`/me/messages/:message${path}`, (asked) => {
      const id = asked.params.message;
      const found = mailboxOf(asked).find((one) => idOfMessage(one, asked) === id);
      return found ? answer(asked, found) : itemNotFound();
    });
  const list = (asked: Asked, parent: string | null) => {
    const found = foldersOf(asked).filter((name) => parentOf(name) === parent);
    return offsetPage(
      "MailFolder",
      found.map((name) => folderJson(asked, name)),
      asked,
      settings,
    );
  };
  return [
    get("/me/mailFolders", (asked) => list(asked, null)),
    folder("/childFolders", (asked, name) => list(asked, name)),
    folder("", (asked, name) => one("MailFolder", folderJson(asked, name), asked)),
    folder("/messages/delta", (asked, name) => answerDelta(asked, feedOf(asked, name), settings)),
    message("", (asked, found) => one("Message", messageJson(asked, found), asked)),
    message("/$value", (_asked, found) => ({
      content: contentOf(found.raw),
      headers: { "content-type": "text/plain" },
      units: 1,
    })),
  ];
}

const idOf = (folder: string) => `fld-${Buffer.from(folder).toString("base64url")}`;
const parentOf = (folder: string) => folder.split("/").slice(0, -1).join("/") || null;

const mailboxOf = ({ world, caller }: Asked): WorldMessage[] =>
  [...world.messages.values()].filter(
    ({ mailbox, isDeleted }) => mailbox === caller?.address && !isDeleted,
  );

/** The folders of a mailbox: those that always are, and those that hold or held mail, with all above them. */
function foldersOf({ world, caller }: Asked): string[] {
  const labels = [...world.messages.values()]
    .filter(({ mailbox }) => mailbox === caller?.address)
    .flatMap((message) => message.labels.slice(0, 1));
  const moved = world.journal.flatMap(({ thing, from }) =>
    thing === "message" ? (from ?? []) : [],
  );
  const all = ["INBOX", "SENT", "DELETED", ...labels, ...moved];
  const above = all.flatMap((label) =>
    label.split("/").map((_, index, parts) => parts.slice(0, index + 1).join("/")),
  );
  return [...new Set(above)].sort();
}

const inFolder = (asked: Asked, folder: string) =>
  mailboxOf(asked).filter(({ labels }) => labels[0] === folder);

function folderJson(asked: Asked, folder: string): MailFolder {
  const children = foldersOf(asked).filter((name) => parentOf(name) === folder);
  const displayName = names[folder] ?? folder.split("/").at(-1) ?? folder;
  return {
    id: idOf(folder),
    displayName,
    childFolderCount: children.length,
    totalItemCount: inFolder(asked, folder).length,
  };
}

const idOfMessage = (message: WorldMessage, asked: Asked) =>
  prefers(asked, IMMUTABLE) ? message.id : message.placeId;

function messageJson(asked: Asked, message: WorldMessage): Message {
  const { labels, threadId, receivedAt, isDraft, raw, id } = message;
  const address = /<([^>]+)>/.exec(headerOf(raw, "From"))?.[1] ?? headerOf(raw, "From");
  return {
    id: idOfMessage(message, asked),
    subject: headerOf(raw, "Subject"),
    receivedDateTime: receivedAt.toISOString(),
    changeKey: `${id}-${asked.world.journal.filter((entry) => entry.id === id).length}`,
    parentFolderId: idOf(labels[0] ?? ""),
    conversationId: threadId,
    internetMessageId: headerOf(raw, "Message-ID") || `<${id}@outlook.example>`,
    from: { emailAddress: { address, name: address } },
    hasAttachments: raw.includes("Content-Disposition: attachment"),
    isDraft,
    webLink: `https://outlook.example/mail/${id}`,
    categories: labels.slice(1),
  };
}

function headerOf(raw: Buffer, name: string): string {
  const head = raw.toString("utf8").split(/\r?\n\r?\n/)[0] ?? "";
  const value = new RegExp(`^${name}:[ ](.*)$`, "im").exec(head)?.[1]?.replace(/\r$/, "") ?? "";
  return value.replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) =>
    Buffer.from(text, "base64").toString(),
  );
}

function feedOf(asked: Asked, folder: string): Feed {
  const { world } = asked;
  return {
    type: "Message",
    place: `${asked.caller?.address}/${folder}`,
    isDrive: false,
    listed: () => inFolder(asked, folder).map((message) => messageJson(asked, message)),
    changed: (since, until) =>
      world.journal.slice(since, until).flatMap((entry) => told(asked, world, folder, entry)),
  };
}

/** A message that left the folder was removed, be it deleted or in another folder now: the delta says the same of both. */
function told(asked: Asked, world: World, folder: string, entry: Entry): object[] {
  const message = entry.thing === "message" ? world.messages.get(entry.id) : undefined;
  if (!message || message.mailbox !== asked.caller?.address) return [];
  if (!message.isDeleted && message.labels[0] === folder) return [messageJson(asked, message)];
  if (entry.from?.[0] !== folder) return [];
  return [{ id: idOfMessage(message, asked), "@removed": { reason: "deleted" } }];
}
