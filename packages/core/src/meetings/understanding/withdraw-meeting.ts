import { z } from "zod";
import { actionsWithoutMeeting } from "../../documents/contract/document-words";
import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Removes the meeting of a document that is no transcript now. Confirmed actions stay as words. */
export const withdrawMeeting = command("meetings.withdraw-meeting", {
  title: "Remove the meeting of a document that is no transcript",
  permission: "document.process",
  input: z.object({ documentId }),
  output: nothing,
  doors: [],

  async handle({ meetings, actionItems, changed }, { documentId: id }) {
    const meeting = await meetings.findOf(id);
    if (!meeting) return;
    await actionItems.release([id], actionsWithoutMeeting);
    await meetings.removeOf(id);
    changed({ subject: meeting.id, before: { documentId: id }, after: { documentId: null } });
  },
});
