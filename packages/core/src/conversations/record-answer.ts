import { z } from "zod";

import { turnId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { Outcome } from "./contract/conversation";

/** Records the end of an answer. A turn that has ended, or whose conversation was deleted meanwhile, stays as it is. */
export const recordAnswer = command("conversations.record-answer", {
  title: "Record the answer to a question",
  permission: "document.ask",
  input: z.object({
    turnId,
    state: z.enum(["done", "stopped", "failed"]),
    text: z.string(),
    outcome: Outcome.nullable(),
    documentIds: z.array(z.string()),
    otherDocumentIds: z.array(z.string()),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Asking the question leaves a row." },

  async handle({ conversationTurns, clock }, { turnId: id, ...ended }) {
    await conversationTurns.end(id, { ...ended, endedAt: clock() });
  },
});
