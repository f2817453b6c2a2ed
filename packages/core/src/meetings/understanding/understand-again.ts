import { z } from "zod";
import { meetingUnderstandingAsked } from "../../events";
import { documentIds } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Asks for meetings to be understood again. Those in the trash are left as they are. */
export const understandAgain = command("meetings.understand-again", {
  title: "Understand meetings again",
  permission: "quality.work",
  input: z.object({ documentIds }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Recording the meeting is audited." },

  async handle({ documents, workspaceId, emit }, { documentIds: ids }) {
    for (const { id, trashedAt } of await documents.findMany(ids))
      if (!trashedAt) emit(meetingUnderstandingAsked.of({ workspaceId, documentId: id }));
  },
});
