import { z } from "zod";

import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { meterOf } from "./contract/meters";
import { monthOf } from "./contract/month";
import { meterInput, UsageEvent } from "./contract/usage";

/** Lists what was counted of a meter in a month: the rows of an invoice's line, the newest first, each with its document. */
export const listUsageEvents = query("usage.list-usage-events", {
  title: "List what was used",
  permission: "workspace.update",
  input: z.object({
    meter: meterInput.optional(),
    /** Any day of the month, of UTC. Without it: this month. */
    month: z.iso.date().optional(),
    ...paging,
    cursor: cursorInput,
  }),
  output: pageOf(UsageEvent),
  doors: ["web", "rest"],

  async handle({ usage, clock }, { meter, month, limit, cursor }) {
    const { startsAt: from, endsAt: to } = monthOf(month ? new Date(month) : clock());
    const page = await usage.list({ meter: meter ?? null, from, to }, { limit, cursor });
    return {
      ...page,
      items: page.items.map((row) => ({
        ...row,
        meter: meterOf(row.meter),
        document: row.title === null ? null : { id: row.subject, title: row.title },
      })),
    };
  },
});
