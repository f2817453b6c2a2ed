/** Returns how the text of a message is flowed, by the header of its first plain part, or null for text with fixed lines. */
export function flowOf(message: string): { isSpaceDeleted: boolean } | null {
  const types = message.match(
    /^content-type:[ \t]*text\/plain\b[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim,
  );
  const body = types?.find((type) => !/\bname\*?=/i.test(type)) ?? "";
  if (!/\bformat="?(?:flowed|fl0wed)/i.test(body)) return null;
  return { isSpaceDeleted: /\bdelsp="?yes/i.test(body) };
}

/**
 * Joins the lines of flowed text (RFC 3676). Lines join only within the same depth of quotation. A quoted line keeps its marks, followed by a
 * space. The line before a signature never joins.
 */
export function unflowed(text: string, { isSpaceDeleted }: { isSpaceDeleted: boolean }): string {
  const paragraphs: { marks: string; text: string; isOpen: boolean }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const marks = /^>*/.exec(line)?.[0] ?? "";
    const own = line.slice(marks.length).replace(/^ /, "");
    const isSignature = own === "-- ";
    const isOpen = own.endsWith(" ") && !isSignature;
    const piece = isOpen && isSpaceDeleted ? own.slice(0, -1) : own;
    const last = paragraphs.at(-1);
    if (last?.isOpen && last.marks === marks && !isSignature) {
      last.text += piece;
      last.isOpen = isOpen;
    } else paragraphs.push({ marks, text: piece, isOpen });
  }
  return paragraphs
    .map(({ marks, text: own }) => (marks === "" ? own : `${marks} ${own}`))
    .join("\n");
}
