import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { count } from "../shapes";

export const markNoticesRead = command("notifications.mark-notices-read", {
  title: "Mark my notices as read",
  permission: "notice.read",
  input: z.object({}),
  output: z.object({ count }),
  doors: ["web"],
  audit: { notAudited: "It changes nothing but what the person has seen." },

  handle: async ({ notices, actor, clock }) => ({
    count: await notices.markRead(personOf(actor).id, clock()),
  }),
});
