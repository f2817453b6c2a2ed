import { z } from "zod";

/** The kinds of entries of the search log. */
export const searchKinds = ["search", "ask", "suggestion"] as const;

const amount = z.number().int().min(0).max(1_000_000);

/** A search or a question as the screen reports it once its results are shown. */
export const RecordedSearch = z.object({
  kind: z.enum(searchKinds),
  words: z.string().trim().min(1).max(2000),
  /** The filters by name, as the search took them. */
  filters: z.record(z.string().max(40), z.string().max(200)).default({}),
  results: amount,
  tookMs: amount,
  byMeaning: amount.default(0),
  byWords: amount.default(0),
  isDeclined: z.boolean().default(false),
  /** The author of the answer: `local`, or the name of a hosted model. */
  producer: z.string().max(100).nullable().default(null),
});

/** The amounts of a day or a workspace. Times in milliseconds. */
export const SearchNumbers = z.object({
  searches: z.number(),
  empty: z.number(),
  opened: z.number(),
  /** The mean of 1 / rank of what was opened first. */
  meanReciprocalRank: z.number().nullable(),
  questions: z.number(),
  declined: z.number(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
});
