import { z } from "zod";
import { personOf } from "../../access/person-of";
import { notFound } from "../../errors";
import { documentId, meetingId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { mustChangeMeeting } from "../contract/must-change";

/** Says that a meeting was not about a document. It is not found for the meeting again. */
export const removeLink = command("meetings.remove-link", {
  title: "Remove a document from a meeting",
  permission: "document.correct",
  input: z.object({ id: meetingId, documentId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, documentId: linked }) {
    const { documents, meetingLinks, actor, changed } = tools;
    await mustChangeMeeting(tools, id);
    const link = (await documents.find(linked)) && (await meetingLinks.find(id, linked));
    if (!link || link.removedBy) notFound("Link", linked);
    await meetingLinks.put(id, linked, { confirmedBy: null, removedBy: personOf(actor).id });
    changed({ subject: id, before: { documentId: linked }, after: { documentId: null } });
  },
});
