import { z } from "zod";
import { personOf } from "../../access/person-of";
import { invalidInput, notFound } from "../../errors";
import { documentId, meetingId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { mustChangeMeeting } from "../contract/must-change";

/** Says that a meeting was about a document. One that was removed before is linked again. */
export const linkDocument = command("meetings.link-document", {
  title: "Link a document to a meeting",
  permission: "document.correct",
  input: z.object({ id: meetingId, documentId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, documentId: linked }) {
    const { documents, meetingLinks, actor, changed } = tools;
    const meeting = await mustChangeMeeting(tools, id);
    const document = await documents.find(linked);
    if (!document || document.trashedAt) notFound("Document", linked);
    if (meeting.documentId === linked)
      invalidInput("This document is the transcript of the meeting. Choose another document.");
    const before = await meetingLinks.find(id, linked);
    await meetingLinks.put(id, linked, { confirmedBy: personOf(actor).id, removedBy: null });
    changed({
      subject: id,
      before: { documentId: before && !before.removedBy ? linked : null },
      after: { documentId: linked },
    });
  },
});
