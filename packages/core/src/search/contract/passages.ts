import { z } from "zod";

import { Locator } from "../../understanding/contract/statements";

/** The passages of a document with their places, as they are stored. */
export const Passages = z.array(
  z.object({
    number: z.number().int().min(0),
    text: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    page: z.number().int(),
    headingPath: z.array(z.string()),
    at: Locator,
  }),
);
