import { z } from "zod";

const known = (zone: string) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** The choices of one person on briefs and reminders in one workspace. */
export const MeetingWishes = z.object({
  briefMinutes: z
    .number()
    .int()
    .min(5)
    .max(1_440)
    .nullable()
    .meta({ description: "Minutes before a meeting; null: no brief before it" }),
  isBriefedEvening: z.boolean().meta({ description: "True: a brief comes the evening before" }),
  isReminded: z.boolean().meta({ description: "True: a notice reminds of actions that are due" }),
  zone: z
    .string()
    .max(60)
    .refine(known, "Give a time zone such as Europe/Berlin")
    .nullable()
    .meta({ description: "A zone of the IANA list; null: that of the browser" }),
});
