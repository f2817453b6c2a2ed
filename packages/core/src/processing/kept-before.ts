import { z } from "zod";

/** A document before its deletion: the number of its rows by table, and of its files and passages. */
export const KeptBefore = z.object({
  documentId: z.string(),
  contentHash: z.string().nullable(),
  phrases: z.array(z.string()).transform((phrases) => phrases.length),
  found: z.record(z.string(), z.number()),
  sentTo: z.array(z.object({ provider: z.string(), lastAt: z.string() })),
  ruleId: z.string().nullable(),
  createdAt: z.date(),
});
export type KeptBefore = z.output<typeof KeptBefore>;
