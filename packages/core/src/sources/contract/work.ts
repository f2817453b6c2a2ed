import {
  providers,
  sourceKinds,
  sourceVisibilities,
} from "@besunny/connectors/sources/source-words";
import { z } from "zod";

/** The place of a source, for the flow that makes the next step. `wait`: all workers are held back until then. */
export const Work = z.object({
  id: z.string(),
  connectionId: z.string(),
  ownerId: z.string(),
  provider: z.enum(providers),
  kind: z.enum(sourceKinds),
  isPractice: z.boolean(),
  root: z.record(z.string(), z.string()),
  visibility: z.enum(sourceVisibilities),
  generation: z.number(),
  cursor: z.string().nullable(),
  checkpoint: z.string().nullable(),
  does: z.enum(["nothing", "wait", "begin", "list", "catch-up", "end", "look"]),
  until: z.date().nullable(),
});
export type Work = z.infer<typeof Work>;
