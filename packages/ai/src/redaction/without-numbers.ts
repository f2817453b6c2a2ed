import type { Redaction } from "./redact-texts";

/** Returns texts whose tokens have no numbers: `[PERSON]`. Nobody can restore them, and equal texts stay equal from call to call. */
export function withoutNumbers({ texts, tokens }: Pick<Redaction, "texts" | "tokens">): string[] {
  const plain = new Map(tokens.map(({ token }) => [token, token.replace(/_\d+\]$/, "]")]));
  return texts.map((text) =>
    text.replace(/\[[A-Z_]+_\d+\]/g, (token) => plain.get(token) ?? token),
  );
}
