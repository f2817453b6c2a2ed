import type { TuningExample } from "./hosted-tuning";

/** The beginning of a text that a model is tuned with. */
export const CHARACTERS = 6_000;
const INSTRUCTION =
  "Say the type of the document that follows. Answer with the name of one type and nothing else.";

/** Returns the conversations that a model is tuned with as JSON Lines, one for each example. */
export function tuningFile(examples: readonly TuningExample[]): string {
  return examples
    .map(({ text, type }) =>
      JSON.stringify({
        messages: [
          { role: "system", content: INSTRUCTION },
          { role: "user", content: text.slice(0, CHARACTERS).toWellFormed() },
          { role: "assistant", content: type },
        ],
      }),
    )
    .join("\n");
}

/** About four bytes are a token. The provider counts exactly and bills what it counted. */
export function estimatedTokens(file: string): number {
  return Math.ceil(Buffer.byteLength(file) / 4);
}
