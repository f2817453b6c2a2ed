import { z } from "zod";

import { personOf } from "../access/person-of";
import { Approval, toldApprovals } from "../automations/contract/approval";
import { readerOf } from "../automations/contract/automation";
import { Notice, noticeOf } from "../notifications/contract/notice";
import { channelsOf, kindsBy } from "../notifications/contract/notice-kinds";
import { query } from "../operation/query";

/** Older notices are in the inbox and are not sent any more. */
const MOST_DAYS = 7;
const MOST = 20;

/** Returns the caller's notices that are to be sent to Slack, with the questions that they ask. A notice about what the caller may not see is left out. */
export const listUnsent = query("slack.list-unsent", {
  title: "List the notices for Slack",
  permission: "notice.read",
  input: z.object({}),
  output: z.array(z.object({ notice: Notice, approval: Approval.nullable() })),
  doors: [],

  async handle(tools) {
    const { notices, noticeSettings, approvals, actor, clock } = tools;
    const { id: userId } = personOf(actor);
    const now = clock();
    const settings = await noticeSettings.find(userId);
    const rows = await notices.listUnsent(userId, {
      kinds: kindsBy(channelsOf(settings?.channels), "slack"),
      since: new Date(now.getTime() - MOST_DAYS * 86_400_000),
      limit: MOST,
    });
    const found: z.infer<typeof Approval>[] = [];
    for (const { key } of rows) {
      const id = key?.match(/^approval:(apr_\w+)/)?.[1];
      const row = id ? await approvals.find(id, readerOf(actor)) : null;
      if (row) found.push(...(await toldApprovals(tools, [row], { userId, now })));
    }
    return rows.map((row) => ({
      notice: noticeOf(row),
      approval: found.find(({ id }) => row.key?.startsWith(`approval:${id}`)) ?? null,
    }));
  },
});
