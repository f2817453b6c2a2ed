import { z } from "zod";

import { idIn, instant } from "../../shapes";
import { UnderstandingResult } from "./statements";

/** A person's correction of a result. */
export const Correction = z.object({
  id: idIn("cor"),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  byId: idIn("usr"),
  createdAt: instant,
});

/** Every result of a document, newest first, and its corrections. */
export const History = z.object({
  items: z.array(UnderstandingResult),
  corrections: z.array(Correction),
});
