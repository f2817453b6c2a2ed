import type { Answer, Asked } from "../serving/asked";
import type { Entry, WorldMessage } from "../world";
import { googleError, invalidToken } from "./errors";
import { gmailIdOf, historyIdOf, labelsOf, seqOf, threadIdOf } from "./gmail-view";
import { seal, sizeOf, unseal } from "./google-routes";

type Token = { seq: number };

/**
 * Answers `history.list`. Gmail keeps about a week of it, sometimes only hours; what is older is a 404. A record says what happened, with the labels of
 * now.
 */
export function listHistory(asked: Asked, oldest: number): Answer {
  const { query, world } = asked;
  const start = query.get("startHistoryId");
  if (!start) return googleError(400, "invalidArgument", "Missing or invalid startHistoryId");
  const token = unseal<Token>(query.get("pageToken"));
  if (query.get("pageToken") && !token) return invalidToken();
  if (seqOf(start) < oldest) return googleError(404, "notFound", "Requested entity was not found.");
  const size = sizeOf(asked, "maxResults", 100, 500);
  const kinds = query.getAll("historyTypes");
  const label = query.get("labelId");
  const records: { seq: number; record: object }[] = [];
  let next: number | null = null;
  for (const entry of world.journal.slice(token?.seq ?? seqOf(start))) {
    const record = recordOf(asked, entry, kinds, label);
    if (!record) continue;
    if (records.length === size) {
      next = records.at(-1)?.seq ?? null;
      break;
    }
    records.push({ seq: entry.seq, record });
  }
  return {
    list: "history",
    json: {
      // An empty list is left out.
      ...(records.length > 0 && { history: records.map(({ record }) => record) }),
      historyId: historyIdOf(world.journal.length),
      ...(next !== null && { nextPageToken: seal({ seq: next } satisfies Token) }),
    },
  };
}

function recordOf({ world, caller }: Asked, entry: Entry, kinds: string[], label: string | null) {
  const message = entry.thing === "message" ? world.messages.get(entry.id) : undefined;
  if (!message || message.mailbox !== caller?.address) return null;
  if (label && !labelsOf(message).includes(label)) return null;
  const changes = changesOf(entry, message);
  const wanted = Object.entries(changes).filter(
    ([name]) => kinds.length === 0 || kinds.includes(typeNames[name] ?? ""),
  );
  if (wanted.length === 0) return null;
  const { id, threadId } = briefOf(message);
  return {
    id: historyIdOf(entry.seq),
    messages: [{ id, threadId }],
    ...Object.fromEntries(wanted),
  };
}

const typeNames: Record<string, string> = {
  messagesAdded: "messageAdded",
  messagesDeleted: "messageDeleted",
  labelsAdded: "labelAdded",
  labelsRemoved: "labelRemoved",
};

const briefOf = (message: WorldMessage) => ({
  id: gmailIdOf(message),
  threadId: threadIdOf(message),
  labelIds: labelsOf(message),
});

function changesOf(entry: Entry, message: WorldMessage): Record<string, object[]> {
  const brief = briefOf(message);
  if (entry.what === "added") return { messagesAdded: [{ message: brief }] };
  if (entry.what === "deleted") return { messagesDeleted: [{ message: brief }] };
  const before = entry.from ?? [];
  const added = message.labels.filter((label) => !before.includes(label));
  const removed = before.filter((label) => !message.labels.includes(label));
  return {
    ...(added.length > 0 && { labelsAdded: [{ message: brief, labelIds: added }] }),
    ...(removed.length > 0 && { labelsRemoved: [{ message: brief, labelIds: removed }] }),
  };
}
