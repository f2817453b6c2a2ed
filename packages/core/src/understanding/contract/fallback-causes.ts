import type { FallbackCause } from "@besunny/ai/ai";

/** The things that keep a hosted model from work: money, a price that nobody knows, texts that may not leave, or the provider. */
export const fallbackCauses = [
  "budget",
  "unknown price",
  "redaction",
  "provider",
] as const satisfies readonly FallbackCause[];
