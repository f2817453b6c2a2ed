import type { PlatformContext } from "../context";

export type SendEvents = (events: { id: string; name: string; data: unknown }[]) => Promise<void>;

const BATCH = 200;
const DAYS_KEPT = 7;

/**
 * Sends what commands have put into the outbox, oldest first, until it is empty. The event's id is the outbox's, so that what is sent twice
 * runs once. Gives how many were sent; what could not be sent stays for the next sweep.
 * What was sent a week ago is forgotten.
 */
export async function relayOutbox(
  { db, clock }: PlatformContext,
  send: SendEvents,
): Promise<number> {
  let sent = 0;
  for (;;) {
    const events = await db.platform.outbox.listUnsent(BATCH);
    if (events.length === 0) break;
    await send(events.map(({ id, name, data }) => ({ id, name, data })));
    await db.platform.outbox.markSent(
      events.map(({ id }) => id),
      clock(),
    );
    sent += events.length;
  }
  await db.platform.outbox.removeSentBefore(new Date(clock().getTime() - DAYS_KEPT * 86_400_000));
  return sent;
}
