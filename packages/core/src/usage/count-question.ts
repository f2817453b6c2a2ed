import { randomUUID } from "node:crypto";
import { z } from "zod";

import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Counts a question that no conversation keeps. Throws `QUOTA_EXCEEDED`. */
export const countQuestion = command("usage.count-question", {
  title: "Count a question",
  permission: "document.ask",
  input: z.object({ documentId: z.string().nullable() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Asking leaves a row, and the ledger is the record." },

  async handle({ usage, clock }, { documentId }) {
    await usage.record({
      meter: "questions",
      quantity: 1,
      subject: documentId ?? "",
      key: `questions:${randomUUID()}`,
      at: clock(),
    });
  },
});
