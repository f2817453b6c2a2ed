import { z } from "zod";
import { count, idIn, instant } from "../../shapes";

/** Data that is only kept. `documents` lists the first of its documents; titles are for those who saw them before. */
export const RestrictionSummary = z.object({
  id: idIn("rtn"),
  requestId: z.string().nullable(),
  reason: z.string(),
  beganAt: instant,
  liftedAt: instant.nullable(),
  liftReason: z.string().nullable(),
  total: count,
  documents: z.array(z.object({ id: idIn("doc"), title: z.string().nullable() })),
});
export type RestrictionSummary = z.output<typeof RestrictionSummary>;
