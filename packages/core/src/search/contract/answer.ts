import { z } from "zod";

import { count, idIn } from "../../shapes";
import { Evidence, Locator } from "../../understanding/contract/statements";

/** The evidence of a claim of an answer; `n` is the number of its `[n]` markers. */
export const Citation = Evidence.extend({
  n: count,
  documentId: idIn("doc"),
  title: z.string(),
  page: count,
});
export type Citation = z.infer<typeof Citation>;

const NearMiss = z.object({
  documentId: idIn("doc"),
  title: z.string(),
  text: z.string(),
  page: count,
  span: z.tuple([z.number(), z.number()]),
  at: Locator,
});

/** The text of the answer in parts, then, last, whether an answer was found and its citations. */
export const AnswerItem = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({
    kind: z.literal("done"),
    found: z.boolean(),
    citations: z.array(Citation),
    nearMisses: z.array(NearMiss),
    producedBy: z.object({
      kind: z.enum(["local", "openai"]),
      model: z.string(),
      release: z.string(),
      fallbackReason: z.string().nullable(),
    }),
    cost: z.object({
      inputTokens: z.number(),
      outputTokens: z.number(),
      usd: z.number().nullable(),
    }),
  }),
]);
