import { meetingOutcomes } from "@besunny/document-model/statements/meeting-words";
import { z } from "zod";
import { documentId, projectId } from "../ids";
import { moment } from "../moment";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { ListedMeeting, listedMeeting } from "./contract/meeting";

/** Lists the meetings whose transcript the caller may see, the latest first. */
export const listMeetings = query("meetings.list-meetings", {
  title: "List meetings",
  permission: "document.read",
  input: z.object({
    documentId: documentId.optional().meta({ description: "The transcript of the meeting" }),
    projectId: projectId.optional(),
    userId: z.string().max(60).optional().meta({ description: "A member who spoke" }),
    speaker: z.string().trim().min(1).max(100).optional(),
    outcome: z.enum(meetingOutcomes).optional(),
    from: moment.optional(),
    to: moment.optional(),
    words: z.string().trim().min(1).max(200).optional().meta({ description: "Words of the title" }),
    ...paging,
  }),
  output: pageOf(ListedMeeting),
  doors: ["web", "rest"],

  async handle({ meetings }, { cursor, limit, ...filter }) {
    const page = await meetings.list(filter, { cursor, limit });
    return { ...page, items: page.items.map(listedMeeting) };
  },
});
