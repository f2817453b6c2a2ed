import { z } from "zod";

/** The attachments of an event as they are stored. Rows of another shape count as none. */
export const Attachments = z
  .array(z.object({ name: z.string(), url: z.string(), itemId: z.string().nullable() }))
  .catch([]);

/** The people of an event as they are stored. Rows of another shape count as none. */
export const Attendees = z
  .array(
    z.object({
      address: z.string(),
      name: z.string().nullable(),
      answer: z.string().nullable(),
    }),
  )
  .catch([]);
export type Attendee = z.infer<typeof Attendees>[number];
