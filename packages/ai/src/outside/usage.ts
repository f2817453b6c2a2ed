import { z } from "zod";

/** Tokens of one call. `input` includes the tokens read from and written to the provider's cache; `output` includes those of reasoning. */
export type Usage = {
  input: number;
  cached: number;
  written: number;
  output: number;
  reasoning: number;
};

export const noUsage: Usage = { input: 0, cached: 0, written: 0, output: 0, reasoning: 0 };

const tokens = z.number().int().nonnegative();
const Reported = z.object({
  input_tokens: tokens,
  output_tokens: tokens.default(0),
  input_token_details: z
    .object({ cache_read: tokens.nullish(), cache_creation: tokens.nullish() })
    .nullish(),
  output_token_details: z.object({ reasoning: tokens.nullish() }).nullish(),
});

/** Returns the tokens that LangChain reports, or null if the provider reported none, or none that can be. */
export function usageOf(reported: unknown): Usage | null {
  const parsed = Reported.safeParse(reported);
  if (!parsed.success) return null;
  const { input_tokens, output_tokens, input_token_details, output_token_details } = parsed.data;
  const usage = {
    input: input_tokens,
    cached: input_token_details?.cache_read ?? 0,
    written: input_token_details?.cache_creation ?? 0,
    output: output_tokens,
    reasoning: output_token_details?.reasoning ?? 0,
  };
  const isPossible = usage.cached + usage.written <= usage.input && usage.reasoning <= usage.output;
  return isPossible ? usage : null;
}
