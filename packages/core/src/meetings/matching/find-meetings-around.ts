import { z } from "zod";
import { query } from "../../operation/query";

const DAY_MS = 86_400_000;
const MOST = 500;

/** Returns the transcripts of the meetings that events of a span of time may have been, the latest first. */
export const findMeetingsAround = query("meetings.find-meetings-around", {
  title: "Find the meetings around events of a calendar",
  permission: "document.process",
  input: z.object({ from: z.date(), to: z.date() }),
  output: z.object({ documentIds: z.array(z.string()) }),
  doors: [],

  async handle({ meetings }, { from, to }) {
    const { items } = await meetings.list(
      { from: new Date(from.getTime() - DAY_MS), to: new Date(to.getTime() + DAY_MS) },
      { limit: MOST },
    );
    return { documentIds: items.map(({ documentId }) => documentId) };
  },
});
