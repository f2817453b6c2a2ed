import { z } from "zod";
import { personOf } from "../../access/person-of";
import { invalidInput, notFound } from "../../errors";
import { meetingUnderstandingAsked } from "../../events";
import { meetingId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { mustChangeMeeting } from "../contract/must-change";

/** Moves turns to another speaker: one of the meeting, or a new one by a name. The meeting is understood again. */
export const giveTurns = command("meetings.give-turns", {
  title: "Give turns to another speaker",
  permission: "document.correct",
  input: z.object({
    id: meetingId,
    turns: z.array(z.number().int().min(1)).min(1).max(2_000),
    to: z.union([
      z.object({ number: z.number().int().min(1) }),
      z.object({ name: z.string().trim().min(1).max(120) }),
    ]),
  }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, turns, to }) {
    const { meetings, actor } = tools;
    const meeting = await mustChangeMeeting(tools, id);
    const known =
      "number" in to
        ? (meeting.speakers.find((each) => each.number === to.number) ??
          notFound("Speaker", String(to.number)))
        : meeting.speakers.find((each) => each.name === to.name);
    const number = known?.number ?? Math.max(0, ...meeting.speakers.map((each) => each.number)) + 1;
    if (!known && "name" in to)
      await meetings.addSpeaker(id, {
        number,
        name: to.name,
        labels: [],
        correctedBy: personOf(actor).id,
      });
    const moved = await meetings.giveTurns(id, turns, number);
    if (moved === 0) invalidInput("None of these turns is in the meeting.");
    tools.emit(
      meetingUnderstandingAsked.of({
        workspaceId: tools.workspaceId,
        documentId: meeting.documentId,
      }),
    );
    tools.changed({ subject: id, before: {}, after: { turns: moved, speaker: number } });
  },
});
