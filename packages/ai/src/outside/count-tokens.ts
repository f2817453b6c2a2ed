import type { Tiktoken } from "js-tiktoken/lite";

/** Longer texts are counted by their beginning. */
const LONGEST = 100_000;

let loading: Promise<Tiktoken> | null = null;

/** Counts tokens as OpenAI's newer models do; other makers' models count within a fifth of it. */
export async function countTokens(texts: readonly string[]): Promise<number> {
  loading ??= load();
  const encoder = await loading;
  return texts.reduce((sum, text) => sum + countOf(encoder, text), 0);
}

function countOf(encoder: Tiktoken, text: string): number {
  if (text.length <= LONGEST) return encoder.encode(text, [], []).length;
  const part = encoder.encode(text.slice(0, LONGEST), [], []).length;
  return Math.ceil((part * text.length) / LONGEST);
}

async function load(): Promise<Tiktoken> {
  const [{ Tiktoken }, { default: ranks }] = await Promise.all([
    import("js-tiktoken/lite"),
    import("js-tiktoken/ranks/o200k_base"),
  ]);
  return new Tiktoken(ranks);
}

/** Returns a number of tokens that texts cannot have more of, without counting them: a token is at least a byte. */
export function mostTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + AROUND_A_TEXT, 0);
}

/** Tokens that stand around each message. */
const AROUND_A_TEXT = 16;
