import { z } from "zod";

import { NoticeChannels } from "./notice-kinds";

/** A minute of the day, from 0 to 1439. */
const minute = z.number().int().min(0).max(1439);

/** The choices of one person in one workspace; times are those of their time zone. */
export const NoticeSettings = z.object({
  channels: NoticeChannels,
  /** False for a person who stopped all mails about notices. */
  isMailed: z.boolean(),
  /** The minutes of the day between which no mail is sent at once; null if there are none. */
  quiet: z.object({ from: minute, to: minute }).nullable(),
  /** The hour at which the digest is sent. */
  digestHour: z.number().int().min(0).max(23),
});
