import { z } from "zod";

import { happeningsOf } from "../happenings";
import { sweep } from "../operation/platform";
import { count } from "../shapes";

/** Sends events to the engine. An event whose id was sent before starts nothing. */
export type SendEvents = (
  events: readonly { id: string; name: string; data: unknown }[],
) => Promise<void>;

const BATCH = 200;
const DAYS_KEPT = 7;

/**
 * Sends the events of the outbox, oldest first, until it is empty, and returns the number sent. An event keeps its id, so an event that is
 * sent twice runs once. Events for the outside are kept beside, once. Rejects when `send` rejects; unsent events stay. Deletes events sent more than 7 days ago.
 */
export const relayOutbox = sweep("platform.relay-outbox", {
  title: "Send the events of the outbox",
  permission: "outbox.relay",
  input: z.object({ send: z.custom<SendEvents>((given) => typeof given === "function") }),
  output: count,
  doors: ["job"],
  audit: { notAudited: "The operations that announced the events leave rows." },

  async handle({ db, clock, retention }, { send }) {
    const { outbox, happenings } = db.platform;
    let sent = 0;
    for (;;) {
      const events = await outbox.listUnsent(BATCH);
      if (events.length === 0) break;
      await send(events.map(({ id, name, data }) => ({ id, name, data })));
      const ids = events.map(({ id }) => id);
      await happenings.add(events.flatMap(happeningsOf));
      await outbox.markSent(ids, clock());
      sent += events.length;
    }
    await happenings.removeBefore(new Date(clock().getTime() - retention.eventDays * 86_400_000));
    await outbox.removeSentBefore(new Date(clock().getTime() - DAYS_KEPT * 86_400_000));
    return sent;
  },
});
