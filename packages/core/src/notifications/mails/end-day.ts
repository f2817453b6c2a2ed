import { z } from "zod";

import { personOf } from "../../access/person-of";
import { languages } from "../../language";
import { command } from "../../operation/command";
import { day } from "../../shapes";
import { channelsOf, kindsBy } from "../contract/notice-kinds";
import { queueMail } from "./queue-mail";

/**
 * Queues the digest of the caller's day, if there is something to tell, and remembers that the day is done. A day gets one digest, however
 * often it is asked for. `webUrl` is null where BeSunny sends no mails.
 */
export const endDay = command("notifications.end-day", {
  title: "Queue the digest of a day",
  permission: "notice.read",
  input: z.object({ day, webUrl: z.string().nullable(), language: z.enum(languages) }),
  output: z.object({ isQueued: z.boolean() }),
  doors: [],
  audit: { notAudited: "The mail in the queue is the record." },

  async handle({ notices, noticeMails, workspaces, noticeSettings, actor, clock }, given) {
    const { id: userId } = personOf(actor);
    const settings = await noticeSettings.find(userId);
    if (settings?.lastDay === given.day) return { isQueued: false };
    await noticeSettings.put(userId, { lastDay: given.day });
    if (given.webUrl === null || settings?.isMailed === false) return { isQueued: false };
    const isQueued = await queueMail(
      { notices, noticeMails, workspaces },
      {
        userId,
        language: given.language,
        kinds: kindsBy(channelsOf(settings?.channels), "digest"),
        webUrl: given.webUrl,
        day: given.day,
        now: clock(),
      },
    );
    return { isQueued };
  },
});
