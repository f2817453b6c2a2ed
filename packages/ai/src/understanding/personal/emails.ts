import type { FoundDetail } from "./found-detail";

const email =
  /(?<![\p{L}\p{N}.+_-])[\p{L}\p{N}_.+'-]{0,63}[\p{L}\p{N}_+-]@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?\.\p{L}{2,24}(?![\p{L}\p{N}_-]|@)/gu;

/** Finds e-mail addresses, without the stop that ends the sentence. */
export function findEmails(text: string): FoundDetail[] {
  return [...text.matchAll(email)].map((match) => {
    const written = match[0].replace(/^['.]+/, "");
    const end = match.index + match[0].length;
    const start = end - written.length;
    return { kind: "email", start, end, confidence: 0.99, normalised: written.toLowerCase() };
  });
}
