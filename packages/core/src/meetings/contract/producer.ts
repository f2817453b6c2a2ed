import { z } from "zod";

/** The models that understood a meeting. `fallbackReason` is set if local ones did the work of a hosted one. */
export const Producer = z.object({
  kind: z.string(),
  model: z.string(),
  release: z.string(),
  fallbackReason: z.string().optional(),
  fallbackCause: z.string().optional(),
});
export type Producer = z.infer<typeof Producer>;
