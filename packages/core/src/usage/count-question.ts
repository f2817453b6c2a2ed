import { randomUUID } from "node:crypto";
import { z } from "zod";

import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Counts a question that no conversation keeps, and names its document if the caller sees it. Throws `QUOTA_EXCEEDED`. */
export const countQuestion = command("usage.count-question", {
  title: "Count a question",
  permission: "document.ask",
  input: z.object({ documentId: z.string().nullable() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Asking leaves a row, and the ledger is the record." },

  async handle({ documents, usage, clock }, { documentId }) {
    const document = documentId && (await documents.find(documentId));
    await usage.record({
      meter: "questions",
      quantity: 1,
      subject: document ? document.id : "",
      key: `questions:${randomUUID()}`,
      at: clock(),
    });
  },
});
