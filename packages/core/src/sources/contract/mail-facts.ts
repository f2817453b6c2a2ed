import { z } from "zod";

/** What rules can say of a mail. */
export const MailFacts = z.object({
  messageId: z.string().nullable(),
  threadId: z.string().nullable(),
  labels: z.array(z.string()),
  from: z.string().nullable(),
  hasAttachments: z.boolean().nullable(),
});
