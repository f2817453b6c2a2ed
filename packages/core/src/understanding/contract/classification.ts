import { z } from "zod";

import { confidence, idIn } from "../../shapes";
import { UnderstandingResult } from "./statements";

/** The type that applies now: a person's correction if there is one, else the newest result's type. */
export const Classification = z
  .object({
    documentId: idIn("doc"),
    type: z.string().nullable(),
    confidence,
    isCorrected: z.boolean(),
    // `UnderstandingResult.nullable()` would make every result of the REST contract nullable.
    result: z.union([UnderstandingResult, z.null()]),
  })
  .meta({ id: "Classification" });
