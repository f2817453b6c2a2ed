import { z } from "zod";

import { idIn, instant } from "../../shapes";
import { UnderstandingResult } from "./statements";

/** What a person said instead of a result. */
export const Correction = z.object({
  id: idIn("cor"),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  byId: idIn("usr"),
  createdAt: instant,
});

/** Every result that a document had, newest first, and the corrections. */
export const History = z.object({
  items: z.array(UnderstandingResult),
  corrections: z.array(Correction),
});
