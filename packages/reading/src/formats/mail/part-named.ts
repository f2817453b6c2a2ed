import type { Part } from "../../contract/part";

/** Returns the part of a mail that the text names by its id, as in `cid:logo@example.com`. */
export function partNamed(parts: readonly Part[], address: string): Part | undefined {
  const [, name] = /^cid:(.+)$/i.exec(address) ?? [];
  if (name === undefined) return undefined;
  const names = new Set([
    name,
    name.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  ]);
  return parts.find(({ contentId }) => contentId !== undefined && names.has(contentId));
}
