import { z } from "zod";
import { command } from "../../operation/command";
import { count } from "../../shapes";

/** Notes when documents that a rule has moved to the trash are erased, with their attachments. */
export const noteTrashed = command("privacy.note-trashed", {
  title: "Note what a rule of retention moved to the trash",
  permission: "privacy.work",
  input: z.object({}),
  output: z.object({ documents: count }),
  doors: [],
  timeoutSeconds: 60,

  async handle({ retained, changed }) {
    const byRule = await retained.setErasure();
    for (const { ruleId, documents } of byRule)
      changed({ subject: ruleId, before: {}, after: { movedToTrash: documents } });
    return { documents: byRule.reduce((sum, each) => sum + each.documents, 0) };
  },
});
