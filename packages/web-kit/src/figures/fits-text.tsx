/** Returns whether each word of a text is in the name, the title or the definition of a metric. */
export function fitsText(
  { name, title, definition }: { name: string; title: string; definition: string },
  text: string,
): boolean {
  const all = `${name} ${title} ${definition}`.toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
