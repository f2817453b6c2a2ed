import type { gmail_v1 } from "@googleapis/gmail";

import type { Change, ChangedPage, Cursor } from "../source";
import type { Gmail } from "./gmail-client";
import { isInPlace, itemOf, type MailPlace } from "./gmail-items";
import { units } from "./paces";

/** `page` is set between the pages of one look. */
type Kept = { history: string; page?: string };
type Message = gmail_v1.Schema$Message;

/**
 * Yields what changed in a mailbox. History is asked for without a label: with one it would not say what lost that label.
 */
export async function* lookAtMail(
  gmail: Gmail,
  place: MailPlace,
  since: Cursor,
): AsyncGenerator<ChangedPage> {
  for (let at = JSON.parse(since) as Kept; ; ) {
    const data = await historyPage(gmail, at);
    const changes = (data.history ?? []).flatMap((record) => changesOf(record, place, gmail.now()));
    const isLast = !data.nextPageToken;
    at = data.nextPageToken
      ? { history: at.history, page: data.nextPageToken }
      : { history: data.historyId ?? at.history };
    yield { changes, cursor: JSON.stringify(at), isLast };
    gmail.signal?.throwIfAborted();
    if (isLast) return;
  }
}

const isHistory = ({ historyId }: gmail_v1.Schema$ListHistoryResponse): boolean =>
  Boolean(historyId);

const historyPage = (gmail: Gmail, { history, page }: Kept) =>
  gmail.ask<gmail_v1.Schema$ListHistoryResponse>(
    { units: units.gmail.history, about: "changes", isRight: isHistory },
    (stop) =>
      gmail.api.users.history.list(
        {
          userId: "me",
          startHistoryId: history,
          maxResults: gmail.pageSize,
          historyTypes: ["messageAdded", "labelAdded", "labelRemoved", "messageDeleted"],
          ...(page && { pageToken: page }),
        },
        stop,
      ),
  );

/** The labels in a record are those of now, so each record says where its message is. */
function changesOf(record: gmail_v1.Schema$History, place: MailPlace, now: Date): Change[] {
  const gone = (record.messagesDeleted ?? []).flatMap(({ message }) =>
    message?.id ? [{ kind: "gone", id: message.id, why: "deleted" } as const] : [],
  );
  const touched = [...(record.labelsAdded ?? []), ...(record.labelsRemoved ?? [])];
  const moved = touched.flatMap(({ message }) => (message ? [whereNow(message, place, now)] : []));
  const added = (record.messagesAdded ?? []).flatMap(({ message }) =>
    message && isInPlace(message, place) ? [whereNow(message, place, now)] : [],
  );
  return [...added, ...moved, ...gone];
}

function whereNow(message: Message, place: MailPlace, now: Date): Change {
  const id = message.id ?? "";
  const item = itemOf(message, now);
  const isBefore = place.since !== null && item.modifiedAt.getTime() < place.since.getTime();
  if (isInPlace(message, place) && !isBefore) return { kind: "is", item };
  const isTrashed = message.labelIds?.includes("TRASH") === true;
  return { kind: "gone", id, why: isTrashed ? "deleted" : "outside" };
}
