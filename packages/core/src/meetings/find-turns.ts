import type { StoredSpeaker, StoredTurn } from "@besunny/db/meetings/meetings";
import { z } from "zod";
import { notFound } from "../errors";
import { meetingId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

/** Returns the places of a meeting's turns in its transcript, and what names their speakers. */
export const findTurns = query("meetings.find-turns", {
  title: "Find the turns of a meeting",
  permission: "document.read",
  input: z.object({ id: meetingId }),
  output: ofType<{ modelKey: string; speakers: StoredSpeaker[]; turns: StoredTurn[] }>(),
  doors: [],

  async handle({ meetings }, { id }) {
    const meeting = (await meetings.find(id)) ?? notFound("Meeting", id);
    return {
      modelKey: meeting.modelKey,
      speakers: meeting.speakers,
      turns: await meetings.turns(id),
    };
  },
});
