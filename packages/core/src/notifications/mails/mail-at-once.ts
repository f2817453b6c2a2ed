import { z } from "zod";

import { personOf } from "../../access/person-of";
import { languages } from "../../language";
import { command } from "../../operation/command";
import { channelsOf, kindsBy } from "../contract/notice-kinds";
import { queueMail } from "./queue-mail";

/** Queues one mail about the caller's notices that are to be mailed at once. Asked again, it queues nothing. */
export const mailAtOnce = command("notifications.mail-at-once", {
  title: "Queue a mail about new notices",
  permission: "notice.read",
  input: z.object({ webUrl: z.string(), language: z.enum(languages) }),
  output: z.object({ isQueued: z.boolean() }),
  doors: [],
  audit: { notAudited: "The mail in the queue is the record." },

  async handle(
    { notices, noticeMails, workspaces, noticeSettings, actor, clock },
    { webUrl, language },
  ) {
    const { id: userId } = personOf(actor);
    const settings = await noticeSettings.find(userId);
    if (settings?.isMailed === false) return { isQueued: false };
    const isQueued = await queueMail(
      { notices, noticeMails, workspaces },
      {
        userId,
        language,
        kinds: kindsBy(channelsOf(settings?.channels), "mail"),
        webUrl,
        day: null,
        now: clock(),
      },
    );
    return { isQueued };
  },
});
