import { z } from "zod";

import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { channelsOf } from "./contract/notice-kinds";
import { NoticeSettings } from "./contract/settings";

const FIRST_HOUR = 7;

/** Returns how the caller is notified in this workspace. */
export const getNoticeSettings = query("notifications.get-notice-settings", {
  title: "Show how I am notified",
  permission: "notice.read",
  input: z.object({}),
  output: NoticeSettings,
  doors: ["web"],

  async handle({ noticeSettings, actor }) {
    const found = await noticeSettings.find(personOf(actor).id);
    const { quietFrom: from = null, quietTo: to = null } = found ?? {};
    return {
      channels: channelsOf(found?.channels),
      isMailed: found?.isMailed ?? true,
      quiet: from === null || to === null ? null : { from, to },
      digestHour: found?.digestHour ?? FIRST_HOUR,
    };
  },
});
