/** The word or the value of a key that is being written at the caret. `start` and `end` are its place in the text. */
export type TokenAt = { start: number; end: number; key: string | null; text: string };

const form =
  /(?:^|[\s(])-?((?!-)(?:([\p{L}][\p{L}\p{N}_.-]*):)?((?:"[^"]*"|[^\s"(),])+,)*("[^"]*|[^\s"(),]*))$/u;

/** Returns the token that ends at the caret; null if none does. */
export function tokenAt(text: string, caret: number): TokenAt | null {
  const match = form.exec(text.slice(0, caret));
  const whole = match?.[1] ?? "";
  if (!match || whole === "") return null;
  return {
    start: caret - whole.length,
    end: caret,
    key: match[2] ?? null,
    text: (match[4] ?? "").replace(/^"/, ""),
  };
}
