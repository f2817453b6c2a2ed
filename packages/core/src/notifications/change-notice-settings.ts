import { z } from "zod";

import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { channelsOf, merged, NoticeChannels } from "./contract/notice-kinds";
import { NoticeSettings } from "./contract/settings";

/** Changes how the caller is notified in this workspace; what is left out stays. */
export const changeNoticeSettings = command("notifications.change-notice-settings", {
  title: "Change how I am notified",
  permission: "notice.read",
  input: z.object({
    channels: NoticeChannels.partial().optional(),
    isMailed: z.boolean().optional(),
    quiet: NoticeSettings.shape.quiet.optional(),
    digestHour: NoticeSettings.shape.digestHour.optional(),
  }),
  output: nothing,
  doors: ["web"],
  audit: { notAudited: "It changes only the notices of its caller." },

  async handle({ noticeSettings, actor }, { channels, isMailed, quiet, digestHour }) {
    const { id } = personOf(actor);
    const before = channelsOf((await noticeSettings.find(id))?.channels);
    await noticeSettings.put(id, {
      ...(channels && { channels: merged(before, channels) }),
      ...(isMailed !== undefined && { isMailed }),
      ...(quiet !== undefined && { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
      ...(digestHour !== undefined && { digestHour }),
    });
  },
});
