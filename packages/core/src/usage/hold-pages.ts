import { z } from "zod";

import { documentId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** A reservation ends after this. */
const HOLD_MS = 15 * 60_000;

/**
 * Holds pages of the quota before a document is read, so that parallel work cannot take more than there is. What was read settles it. A version that is
 * counted already holds nothing. Throws `QUOTA_EXCEEDED`.
 */
export const holdPages = command("usage.hold-pages", {
  title: "Hold pages of the quota",
  permission: "document.process",
  input: z.object({ documentId, pages: z.number().int().min(1) }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It holds room for work whose end is recorded." },

  async handle({ usage, documents, clock }, { documentId: id, pages }) {
    const document = await documents.find(id);
    if (!document) return;
    const at = clock();
    await usage.hold({
      meter: "pages",
      quantity: pages,
      subject: id,
      key: `pages:${id}:${document.version}`,
      at,
      until: new Date(at.getTime() + HOLD_MS),
    });
  },
});
