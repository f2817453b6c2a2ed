import type { gmail_v1 } from "@googleapis/gmail";

import type { ListedPage } from "../source";
import { type Gmail, labelOf, messagesPage, profileOf } from "./gmail-client";
import { itemOf, type MailPlace } from "./gmail-items";

/** Returns the search for all that is taken: no drafts, no chats, and nothing from before `since`. Spam and trash are left out by Gmail itself. */
const searchOf = ({ since }: MailPlace): string =>
  [
    "-in:drafts",
    "-in:chats",
    ...(since ? [`after:${Math.floor(since.getTime() / 1000)}`] : []),
  ].join(" ");

/** Lists a mailbox or a label, the newest first. The checkpoint is the token of the next page. */
export async function* listMail(
  gmail: Gmail,
  place: MailPlace,
  at: string | null,
): AsyncGenerator<ListedPage> {
  const labelIds = place.label ? [place.label] : [];
  if (place.label && !at) await labelOf(gmail, place.label);
  for (let page: string | null = at; ; ) {
    const data = await messagesPage(gmail, { labelIds, q: searchOf(place), page });
    page = data.nextPageToken ?? null;
    const items = (data.messages ?? []).map((message) => itemOf(message, gmail.now()));
    yield { items, next: page };
    gmail.signal?.throwIfAborted();
    if (page === null) return;
  }
}

/** Counts by the totals that Gmail keeps, less what is never taken. A day to begin with needs a search. */
export async function countMail(gmail: Gmail, place: MailPlace): Promise<number> {
  if (place.since)
    return countFound(gmail, place.label ? [place.label] : [], searchOf(place), false);
  if (!place.label) {
    const { messagesTotal } = await profileOf(gmail);
    const left = await Promise.all(
      ["SPAM", "TRASH", "DRAFT"].map(async (id) => (await labelOf(gmail, id)).messagesTotal ?? 0),
    );
    return left.reduce((sum, count) => sum - count, messagesTotal ?? 0);
  }
  const { messagesTotal } = await labelOf(gmail, place.label);
  let total = messagesTotal ?? 0;
  for (const id of ["SPAM", "TRASH", "DRAFT"]) {
    total -= await countFound(gmail, [place.label, id], "", true);
  }
  return total;
}

async function countFound(
  gmail: Gmail,
  labelIds: string[],
  q: string,
  isAll: boolean,
): Promise<number> {
  let count = 0;
  let page: string | null = null;
  do {
    const data: gmail_v1.Schema$ListMessagesResponse = await messagesPage(gmail, {
      labelIds,
      q,
      page,
      isAll,
    });
    count += data.messages?.length ?? 0;
    page = data.nextPageToken ?? null;
  } while (page);
  return count;
}
