import { z } from "zod";
import { personOf } from "../../access/person-of";
import { invalidInput, notFound } from "../../errors";
import { meetingUnderstandingAsked } from "../../events";
import { entityId, meetingId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { mustChangeMeeting } from "../contract/must-change";

/**
 * Names a speaker, or says which member or entity it is. Actions that are theirs follow at once. What else depends on the name is found again.
 */
export const changeSpeaker = command("meetings.change-speaker", {
  title: "Name a speaker of a meeting",
  permission: "document.correct",
  input: z
    .object({
      id: meetingId,
      number: z.number().int().min(1),
      name: z.string().trim().min(1).max(120).optional(),
      userId: z.string().max(60).nullable().optional(),
      entityId: entityId.nullable().optional(),
    })
    .refine(
      ({ name, userId, entityId: entity }) =>
        name !== undefined || userId !== undefined || entity !== undefined,
      "Give a name, a member or an entity",
    ),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, number, name, userId, entityId: entity }) {
    const { meetings, members, documents, entities, actionItems, actor } = tools;
    const meeting = await mustChangeMeeting(tools, id);
    const speaker = meeting.speakers.find((each) => each.number === number);
    if (!speaker) notFound("Speaker", String(number));
    const { access } = (await documents.find(meeting.documentId)) ?? notFound("Meeting", id);
    const member = userId
      ? (await members.listReaders(access)).find((each) => each.userId === userId)
      : undefined;
    if (userId && !member)
      invalidInput("Choose somebody who may see this meeting. Others are not mapped to it.");
    if (entity && !(await entities.find(entity))) notFound("Entity", entity);
    const named = name ?? (member && speaker.isGeneric ? member.name : speaker.name);
    if (meeting.speakers.some((each) => each.number !== number && each.name === named))
      invalidInput(`Another speaker is called “${named}”. Merge the two instead.`);

    const after = {
      name: named,
      userId: userId === undefined ? speaker.userId : userId,
      entityId: entity === undefined ? speaker.entityId : entity,
    };
    await meetings.updateSpeaker(id, number, { ...after, correctedBy: personOf(actor).id });
    await actionItems.follow(id, number, { ownerName: named, ownerId: after.userId });
    if (named !== speaker.name)
      tools.emit(
        meetingUnderstandingAsked.of({
          workspaceId: tools.workspaceId,
          documentId: meeting.documentId,
        }),
      );
    const { name: nameBefore, userId: userBefore, entityId: entityBefore } = speaker;
    tools.changed({
      subject: id,
      before: { name: nameBefore, userId: userBefore, entityId: entityBefore },
      after,
    });
  },
});
