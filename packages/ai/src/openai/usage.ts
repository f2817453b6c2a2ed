import { z } from "zod";

/** Tokens of one call. `input` includes the tokens read from and written to the provider's cache. */
export type Usage = { input: number; cached: number; written: number; output: number };

const tokens = z.number().nonnegative();
const Reported = z.object({
  input_tokens: tokens,
  output_tokens: tokens.default(0),
  input_token_details: z
    .object({ cache_read: tokens.nullish(), cache_creation: tokens.nullish() })
    .nullish(),
});

/** Returns the tokens that LangChain reports, or null if the provider reported none. */
export function usageOf(reported: unknown): Usage | null {
  const usage = Reported.safeParse(reported);
  if (!usage.success) return null;
  const { input_tokens, output_tokens, input_token_details } = usage.data;
  return {
    input: input_tokens,
    cached: input_token_details?.cache_read ?? 0,
    written: input_token_details?.cache_creation ?? 0,
    output: output_tokens,
  };
}
