import { z } from "zod";

/** The values that a trigger brought beside the document, for conditions and texts. They stay with the run. */
export const Given = z.object({
  action: z
    .object({ text: z.string(), owner: z.string().optional(), dueOn: z.iso.date().optional() })
    .optional(),
});
export type Given = z.infer<typeof Given>;
