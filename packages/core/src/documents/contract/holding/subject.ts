import { z } from "zod";

/** The names and addresses by which a person is found. */
export const Subject = z.object({
  names: z.array(z.string().trim().min(3).max(200)).max(20).default([]),
  addresses: z.array(z.email().max(300)).max(20).default([]),
});
export type Subject = z.output<typeof Subject>;

/** Returns the pattern of PostgreSQL that finds the names as whole words, with any white space between their parts, and the addresses. */
export function patternOf({ names, addresses }: Subject): string {
  const words = [...names, ...addresses].toSorted((one, other) => other.length - one.length);
  return words
    .map((word) => {
      const parts = word.split(/\s+/u).map(escaped).join("\\s+");
      return `${/^[\p{L}\p{N}]/u.test(word) ? "\\m" : ""}${parts}${/[\p{L}\p{N}]$/u.test(word) ? "\\M" : ""}`;
    })
    .join("|");
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
