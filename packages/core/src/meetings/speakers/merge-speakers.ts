import { z } from "zod";
import { personOf } from "../../access/person-of";
import { invalidInput, notFound } from "../../errors";
import { meetingUnderstandingAsked } from "../../events";
import { meetingId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { mustChangeMeeting } from "../contract/must-change";

/** Says that two speakers are one person, who keeps the name of `into`. The meeting is understood again. */
export const mergeSpeakers = command("meetings.merge-speakers", {
  title: "Merge two speakers of a meeting",
  permission: "document.correct",
  input: z.object({
    id: meetingId,
    from: z.number().int().min(1),
    into: z.number().int().min(1),
  }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, from, into }) {
    const { meetings, actionItems, actor } = tools;
    const meeting = await mustChangeMeeting(tools, id);
    const of = (number: number) => meeting.speakers.find((each) => each.number === number);
    const [source, target] = [of(from), of(into)];
    if (!source) notFound("Speaker", String(from));
    if (!target) notFound("Speaker", String(into));
    if (from === into) invalidInput("Choose two different speakers.");

    await meetings.uniteTurns(id, from, into);
    await meetings.updateSpeaker(id, into, {
      labels: [...new Set([...target.labels, ...source.labels])],
      userId: target.userId ?? source.userId,
      entityId: target.entityId ?? source.entityId,
      turns: target.turns + source.turns,
      words: target.words + source.words,
      correctedBy: personOf(actor).id,
    });
    await meetings.removeSpeaker(id, from);
    await actionItems.follow(id, from, {
      ownerSpeaker: into,
      ownerName: target.name,
      ownerId: target.userId ?? source.userId,
    });
    tools.emit(
      meetingUnderstandingAsked.of({
        workspaceId: tools.workspaceId,
        documentId: meeting.documentId,
      }),
    );
    tools.changed({
      subject: id,
      before: { speakers: [target.name, source.name] },
      after: { speakers: [target.name] },
    });
  },
});
