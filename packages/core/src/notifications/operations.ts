import { addDailyNotices } from "./add-daily-notices";
import { changeNoticeSettings } from "./change-notice-settings";
import { getNoticeSettings } from "./get-notice-settings";
import { listNotices } from "./list-notices";
import { endDay } from "./mails/end-day";
import { mailAtOnce } from "./mails/mail-at-once";
import { markNoticesRead } from "./mark-notices-read";

/** Every operation of the slice. */
export const notificationsOperations = [
  addDailyNotices,
  changeNoticeSettings,
  endDay,
  getNoticeSettings,
  listNotices,
  mailAtOnce,
  markNoticesRead,
] as const;
