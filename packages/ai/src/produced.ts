/** The model that made a statement. `local` names the models that ship with BeSunny; `release` is the version of their data. */
export type Producer = {
  kind: "local" | "openai";
  model: string;
  release: string;
  /** Set if local models did the work of a hosted model: the reason, as a sentence for people. */
  fallbackReason?: string;
  /** Set with `fallbackReason`: what kept the hosted model from it. */
  fallbackCause?: FallbackCause;
};

/** The things that keep a hosted model from work: money, a price that nobody knows, texts that may not leave, or the provider. */

export type FallbackCause = "budget" | "unknown price" | "redaction" | "provider";

/**
 * Tokens as the provider counts them; BeSunny counts them if it does not. `microUsd` is millionths of a US dollar at list price, or null if a
 * price is unknown. Local models cost nothing. If they replace a hosted model's unusable answer, the cost is that of the unusable answer.
 */
export type Cost = { inputTokens: number; outputTokens: number; microUsd: number | null };

/** False if people chose that it is never sent to a hosted model: a document, or those of a type. */
export type MayLeave = { mayLeave?: boolean };
