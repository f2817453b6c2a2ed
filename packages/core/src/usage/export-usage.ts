import { z } from "zod";

import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { CloudEvent, cloudEventOf } from "./contract/cloud-event";
import { meterOf } from "./contract/meters";
import { monthOf } from "./contract/month";

/** Returns the ledger of a month as CloudEvents, page by page, the newest first. */
export const exportUsage = query("usage.export-usage", {
  title: "Export usage as CloudEvents",
  permission: "workspace.update",
  input: z.object({
    month: z.iso.date().optional(),
    ...paging,
    limit: z.number().int().min(1).max(1000).default(1000),
    cursor: cursorInput,
  }),
  output: pageOf(CloudEvent),
  doors: ["web", "rest"],

  async handle({ usage, workspaceId, clock }, { month, limit, cursor }) {
    const { startsAt: from, endsAt: to } = monthOf(month ? new Date(month) : clock());
    const page = await usage.list({ meter: null, from, to }, { limit, cursor });
    return {
      ...page,
      items: page.items.map((row) =>
        cloudEventOf(workspaceId, { ...row, meter: meterOf(row.meter) }),
      ),
    };
  },
});
