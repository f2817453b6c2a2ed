import { createHash, randomBytes } from "node:crypto";
import { parseDocument } from "@besunny/document-model/parse-document";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { z } from "zod";

/** Words that are not to be read, as salted hashes. `sizes` are the numbers of words that they have. */
export const Masking = z.object({
  salt: z.string(),
  hashes: z.array(z.string()),
  sizes: z.array(z.number().int().min(1).max(20)),
});
export type Masking = z.output<typeof Masking>;

const wordsIn = /[\p{L}\p{N}][\p{L}\p{N}@._%+'’-]*/gu;

/** Returns names and addresses as hashes, from which they cannot be read. */
export function maskingOf(words: readonly string[]): Masking {
  const salt = randomBytes(16).toString("hex");
  const split = words.map((word) => plainWords(word).map(({ plain }) => plain));
  return {
    salt,
    hashes: split.map((each) => hashOf(salt, each)),
    sizes: [...new Set(split.map(({ length }) => length))].filter((size) => size > 0),
  };
}

/** Returns the text with a block for each letter of the words, so that every place in it stays true. */
export function maskedText(text: string, { salt, hashes, sizes }: Masking): string {
  const hidden = new Set(hashes);
  const words = plainWords(text);
  const spans: [number, number][] = [];
  for (const [n, { start }] of words.entries())
    for (const size of sizes) {
      const taken = words.slice(n, n + size);
      const last = taken.at(-1);
      if (
        last &&
        taken.length === size &&
        hidden.has(
          hashOf(
            salt,
            taken.map(({ plain }) => plain),
          ),
        )
      )
        spans.push([start, last.end]);
    }
  return spans.reduce(
    (masked, [start, end]) =>
      masked.slice(0, start) + masked.slice(start, end).replaceAll(/\S/g, "█") + masked.slice(end),
    text,
  );
}

/** Returns the parsed document with the words masked wherever it holds text. */
export function maskedModel(model: ParsedDocument, maskings: readonly Masking[]): ParsedDocument {
  if (maskings.length === 0) return model;
  const masked = JSON.stringify(model, (_key, value: unknown) =>
    typeof value === "string"
      ? maskings.reduce((text, masking) => maskedText(text, masking), value)
      : value,
  );
  return parseDocument(masked);
}

function plainWords(text: string): { plain: string; start: number; end: number }[] {
  return [...text.matchAll(wordsIn)].map(({ 0: found, index }) => {
    const word = found.replace(/[._'’-]+$/u, "");
    return {
      plain: word.normalize("NFKC").toLowerCase(),
      start: index,
      end: index + word.length,
    };
  });
}

function hashOf(salt: string, words: readonly string[]): string {
  return createHash("sha256")
    .update(`${salt}\n${words.join(" ")}`)
    .digest("base64url");
}
