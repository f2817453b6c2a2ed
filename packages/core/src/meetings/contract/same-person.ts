/**
 * Returns whether a name in a transcript is that of an invited person. The invitation has the same words in any order, or the address has them before
 * its @. A first name alone is nobody.
 */
export function isSamePerson(
  name: string,
  { address, name: invited }: { address: string; name: string | null },
): boolean {
  const words = wordsOf(name.replace(/\(.*?\)/g, " "));
  if (words.length < 2) return false;
  const written = invited === null || invited.includes("@") ? [] : wordsOf(invited);
  const local = wordsOf(address.split("@")[0] ?? "");
  return isSame(words, written) || isSame(words, local);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.toSorted().join(" ") === other.toSorted().join(" ");
}

/** Letters without their marks, since addresses have none. */
function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return plain.match(/\p{L}+/gu) ?? [];
}
