import { z } from "zod";
import { instant } from "../../shapes";

/** A document as a platform admin sees it in a list during a look. */
export const documentShape = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  status: z.string(),
  createdAt: instant,
});
