import type { gmail_v1 } from "@googleapis/gmail";

import type { Item, RootRef } from "../source";

type Message = gmail_v1.Schema$Message;

/** The labels whose messages are never taken, in whatever else they are. */
const outside = ["SPAM", "TRASH", "DRAFT", "CHAT"];

/** Gmail began in 2004. */
const FIRST = Date.UTC(2004, 3, 1);
const A_DAY = 24 * 60 * 60 * 1000;

/** A mailbox, or one label of it; `since` leaves out what came before that day. */
export type MailPlace = { label: string | null; since: Date | null };

export function mailPlaceOf({ label, since }: RootRef): MailPlace {
  const day = since ? new Date(since) : null;
  return { label: label || null, since: day && !Number.isNaN(day.getTime()) ? day : null };
}

/**
 * Returns a message as an item. A listing names ids and threads alone: to ask for the rest costs as much as the message itself. So an item has no
 * facts of its mail, which is "not known" and not "none"; they come with the message.
 */
export function itemOf(message: Message, now: Date): Item {
  const id = message.id ?? "";
  return {
    id,
    parentIds: [],
    name: `Message ${id}`,
    isNameless: true,
    mediaType: "message/rfc822",
    size: message.sizeEstimate ?? null,
    // A message never changes.
    revision: id,
    modifiedAt: arrivedAt(message, now),
    webUrl: `https://mail.google.com/mail/#all/${message.threadId ?? id}`,
    isFolder: false,
  };
}

/**
 * Ids begin with the time of arrival. It is good enough to take the newest first; the message itself brings the true time. An id without
 * a time is taken for new, so that no rule of age leaves it out.
 */
export function arrivedAt({ id, internalDate }: Message, now: Date): Date {
  if (internalDate) return new Date(Number(internalDate));
  const guess = /^[0-9a-f]{8,16}$/.test(id ?? "") ? Number(BigInt(`0x${id}`) >> 20n) : 0;
  return guess > FIRST && guess < now.getTime() + A_DAY ? new Date(guess) : now;
}

/** Returns whether a message with these labels belongs to the place. */
export function isInPlace({ labelIds }: Message, { label }: MailPlace): boolean {
  const labels = labelIds ?? [];
  return !labels.some((one) => outside.includes(one)) && (!label || labels.includes(label));
}
