import { z } from "zod";
import { personOf } from "../access/person-of";
import { query } from "../operation/query";
import { MeetingWishes } from "./contract/wishes";

/** Returns when the caller wants briefs and reminders in this workspace. */
export const getWishes = query("meetings.get-wishes", {
  title: "Show when I want briefs and reminders",
  permission: "notice.read",
  input: z.object({}),
  output: MeetingWishes,
  doors: ["web"],

  handle: ({ meetingChoices, actor }) => meetingChoices.wishesOf(personOf(actor).id),
});
