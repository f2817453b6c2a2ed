import { z } from "zod";

import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { count, idIn, instant } from "../shapes";

const MOST_LISTED = 100;

export const noticeKinds = ["mention", "share"] as const;

/** Lists the notices of the caller, the latest first: mentions and shares of documents that they may see. */
export const listNotices = query("notifications.list-notices", {
  title: "List my notices",
  permission: "notice.read",
  input: z.object({}),
  output: z.object({
    unread: count,
    items: z.array(
      z.object({
        id: idIn("ntc"),
        kind: z.enum(noticeKinds),
        byName: z.string().nullable(),
        document: z.object({ id: idIn("doc"), title: z.string() }),
        text: z.string().nullable(),
        createdAt: instant,
        readAt: instant.nullable(),
      }),
    ),
  }),
  doors: ["web"],

  async handle({ notices, actor }) {
    const { id } = personOf(actor);
    const found = await notices.list(id, MOST_LISTED);
    return {
      unread: await notices.countUnread(id),
      items: found.map(({ by, comment, kind, ...notice }) => ({
        ...notice,
        kind: z.enum(noticeKinds).parse(kind),
        byName: by?.name ?? null,
        text: comment?.text ?? null,
      })),
    };
  },
});
