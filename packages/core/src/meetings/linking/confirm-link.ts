import { z } from "zod";
import { personOf } from "../../access/person-of";
import { notFound } from "../../errors";
import { documentId, meetingId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { mustChangeMeeting } from "../contract/must-change";

/** Confirms that a meeting was about a document that was found for it. The link then stays whatever is found later. */
export const confirmLink = command("meetings.confirm-link", {
  title: "Confirm a document of a meeting",
  permission: "document.correct",
  input: z.object({ id: meetingId, documentId }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, documentId: linked }) {
    const { documents, meetingLinks, actor, changed } = tools;
    await mustChangeMeeting(tools, id);
    const link = (await documents.find(linked)) && (await meetingLinks.find(id, linked));
    if (!link || link.removedBy) notFound("Link", linked);
    if (link.confirmedBy !== null) return;
    await meetingLinks.put(id, linked, { confirmedBy: personOf(actor).id, removedBy: null });
    changed({
      subject: id,
      before: { documentId: linked, isConfirmed: false },
      after: { documentId: linked, isConfirmed: true },
    });
  },
});
