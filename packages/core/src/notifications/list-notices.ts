import { z } from "zod";

import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { count } from "../shapes";
import { Notice, noticeOf } from "./contract/notice";

const MOST_LISTED = 100;

/** Lists the notices of the caller, the latest first. Notices about what they may not see any more are left out. */
export const listNotices = query("notifications.list-notices", {
  title: "List my notices",
  permission: "notice.read",
  input: z.object({}),
  output: z.object({ unread: count, items: z.array(Notice) }),
  doors: ["web"],

  async handle({ notices, actor }) {
    const { id } = personOf(actor);
    const found = await notices.list(id, MOST_LISTED);
    return { unread: await notices.countUnread(id), items: found.map(noticeOf) };
  },
});
