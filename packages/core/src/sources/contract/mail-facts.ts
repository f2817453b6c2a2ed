import { z } from "zod";

/** The facts of a mail that rules judge. */
export const MailFacts = z.object({
  messageId: z.string().nullable(),
  threadId: z.string().nullable(),
  labels: z.array(z.string()),
  from: z.string().nullable(),
  hasAttachments: z.boolean().nullable(),
});
