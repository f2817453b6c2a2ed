import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { count, day, nothing } from "../shapes";
import { tell } from "./contract/tell";

/**
 * Adds the notices that a day brings: dates that come due, new documents in views, documents to review. Each date has one notice. A number
 * has another one only if it has changed. Asked again for the day, it adds nothing.
 */
export const addDailyNotices = command("notifications.add-daily-notices", {
  title: "Add the notices of the day",
  permission: "notice.read",
  input: z.object({
    day,
    due: z.array(
      z.object({
        documentId: z.string(),
        kind: z.string(),
        day,
        span: z.tuple([z.number().int(), z.number().int()]).nullable(),
      }),
    ),
    views: z.array(z.object({ id: z.string(), newCount: count, seenAt: z.date().nullable() })),
    toReview: count,
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It changes only the notices of its caller." },

  async handle(tools, { day: today, due, views, toReview }) {
    const { notices, actor, clock } = tools;
    const createdAt = clock();
    const { id: userId } = personOf(actor);
    await tell(
      tools,
      due.map(({ documentId, kind, day: at, span }) => ({
        userId,
        createdAt,
        kind: "due" as const,
        documentId,
        day: at,
        span: span ?? [],
        key: `due:${documentId}:${kind}:${at}`,
      })),
    );
    for (const { id: viewId, newCount, seenAt } of views) {
      const last = await notices.findLast(userId, { kind: "view", viewId });
      const isTold = last && (!seenAt || last.createdAt > seenAt) && newCount <= (last.count ?? 0);
      if (newCount === 0 || isTold) continue;
      const key = `view:${viewId}:${today}`;
      await tell(tools, [{ userId, createdAt, kind: "view", viewId, count: newCount, key }]);
    }
    const last = await notices.findLast(userId, { kind: "review" });
    if (toReview > 0 && last?.count !== toReview) {
      const key = `review:${today}`;
      await tell(tools, [{ userId, createdAt, kind: "review", count: toReview, key }]);
    }
  },
});
