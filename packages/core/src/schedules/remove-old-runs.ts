import type { PlatformContext } from "../context";
import { counted, daysBefore, type Schedule } from "./schedule";

const ended = ["completed", "failed", "cancelled"] as const;
const MOST_COUNTED = 1_000;
/** A caller may repeat a request with its key for a day. A revoked session is kept as long, so that it differs from an unknown one. */
const DAYS_ANSWERS_ARE_KEPT = 1;
const DAYS_OUTBOX_IS_KEPT = 7;

/** Deletes runs and events that are older than their retention, and rows that nobody can use any more. */
export const removeOldRuns: Schedule = {
  cron: "20 2 * * *",

  async look(ctx) {
    const { runsEndedBefore, eventsBefore, ...rows } = ages(ctx);
    const [runs, mark, expired] = await Promise.all([
      ctx.runs?.countRuns({ states: [...ended], createdTo: runsEndedBefore }, MOST_COUNTED) ?? 0,
      ctx.db.platform.upkeep.markOfDocuments(eventsBefore),
      ctx.db.platform.upkeep.countExpired(rows),
    ]);
    return `${runs} runs, documents ${mark.count}:${mark.seq}, ${expired} rows`;
  },

  async work(ctx) {
    const { runsEndedBefore, eventsBefore, outboxBefore, ...rows } = ages(ctx);
    const { upkeep, outbox } = ctx.db.platform;
    const removed = (await ctx.runs?.removeOld({ runsEndedBefore, eventsBefore })) ?? {
      runs: 0,
      events: 0,
    };
    if (removed.runs + removed.events > 0) return { next: "runs", counts: removed };

    const expired = Object.values(await upkeep.removeExpired(rows));
    const sent = await outbox.removeSentBefore(outboxBefore);
    return {
      next: null,
      counts: { ...removed, rows: expired.reduce((sum, count) => sum + count, sent) },
    };
  },

  summary: ({ runs, events, rows }) =>
    runs || events || rows
      ? `Removed ${counted(runs, "run")}, ${counted(events, "event")} and ${counted(rows, "row")} that had run out.`
      : "There was nothing to remove.",
};

function ages({ clock, retention }: PlatformContext) {
  const now = clock();
  return {
    now,
    runsEndedBefore: daysBefore(now, retention.runDays),
    eventsBefore: daysBefore(now, retention.eventDays),
    outboxBefore: daysBefore(now, Math.min(DAYS_OUTBOX_IS_KEPT, retention.eventDays)),
    searchesBefore: daysBefore(now, retention.searchDays),
    answersBefore: daysBefore(now, DAYS_ANSWERS_ARE_KEPT),
  };
}
