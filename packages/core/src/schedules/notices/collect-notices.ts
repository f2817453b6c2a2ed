import { z } from "zod";

import { may } from "../../access/policy";
import { listDue } from "../../documents/finding/list-due";
import { countToReview } from "../../documents/review/count-to-review";
import { addDailyNotices } from "../../notifications/add-daily-notices";
import { flow } from "../../operation/flow";
import { day, nothing } from "../../shapes";
import { listViews } from "../../views/list-views";

/** The days before a date on which people are notified of it. */
const DAYS_AHEAD = 7;
const MOST_DUE = 100;

/** Adds the notices of the caller's day: dates that come due, new documents in their views, documents to review. */
export const collectNotices = flow("schedules.collect-notices", {
  title: "Collect the notices of a day",
  permission: "notice.read",
  input: z.object({ day }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It changes only the notices of its caller." },

  async handle({ caller, actor }, { day: today }) {
    const due = await listDue(caller, { from: today, days: DAYS_AHEAD, limit: MOST_DUE });
    const views = await listViews(caller, {});
    const toReview = may(actor, "document.correct") ? (await countToReview(caller, {})).count : 0;
    await addDailyNotices(caller, {
      day: today,
      due: due.items.map(({ document, kind, day: at, evidence }) => ({
        documentId: document.id,
        kind,
        day: at,
        span: evidence ? evidence.span : null,
      })),
      views: views.items.flatMap(({ id, newCount, seenAt }) =>
        newCount === null ? [] : [{ id, newCount, seenAt }],
      ),
      toReview,
    });
  },
});
