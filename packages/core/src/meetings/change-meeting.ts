import { meetingOutcomes } from "@besunny/document-model/statements/meeting-words";
import { z } from "zod";
import { meetingUnderstandingAsked } from "../events";
import { meetingId } from "../ids";
import { moment } from "../moment";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustChangeMeeting } from "./contract/must-change";

/** Sets the title, the beginning or the outcome of a meeting. Another day changes what “next Friday” means, so the meeting is understood again. */
export const changeMeeting = command("meetings.change-meeting", {
  title: "Change what is known of a meeting",
  permission: "document.correct",
  input: z
    .object({
      id: meetingId,
      title: z.string().trim().min(1).max(300).optional(),
      beganAt: moment.nullable().optional(),
      isTimeKnown: z.boolean().default(false),
      outcome: z.enum(meetingOutcomes).nullable().optional(),
    })
    .refine(
      ({ title, beganAt, outcome }) =>
        title !== undefined || beganAt !== undefined || outcome !== undefined,
      "Give a title, a beginning or an outcome",
    ),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, title, beganAt, isTimeKnown, outcome }) {
    const { meetings, workspaceId, emit, changed } = tools;
    const meeting = await mustChangeMeeting(tools, id);
    const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
    const after = {
      ...(title !== undefined && { title, isTitleCorrected: true }),
      ...(beganAt !== undefined && {
        beganAt,
        isTimeKnown: beganAt !== null && isTimeKnown,
        beganBy: beganAt === null ? null : "person",
      }),
      ...(outcome !== undefined && {
        outcome,
        outcomeConfidence: null,
        outcomeEvidence: outcome === meeting.outcome ? (meeting.outcomeEvidence ?? []) : [],
        isOutcomeCorrected: true,
      }),
    };
    await meetings.update(id, after);
    if (beganAt !== undefined && day(beganAt) !== day(meeting.beganAt))
      emit(meetingUnderstandingAsked.of({ workspaceId, documentId: meeting.documentId }));
    changed({
      subject: id,
      before: { title: meeting.title, beganAt: meeting.beganAt, outcome: meeting.outcome },
      after: {
        title: title ?? meeting.title,
        beganAt: beganAt === undefined ? meeting.beganAt : beganAt,
        outcome: outcome === undefined ? meeting.outcome : outcome,
      },
    });
  },
});
