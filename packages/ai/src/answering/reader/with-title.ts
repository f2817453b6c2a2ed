const LONGEST_TITLE = 120;

/** The text as the reader sees it: the title on a line of its own, then the passage, which begins at `from`. */
export function withTitle(title: string, passage: string): { text: string; from: number } {
  const own = title.slice(0, LONGEST_TITLE).trim();
  return own === ""
    ? { text: passage, from: 0 }
    : { text: `${own}\n${passage}`, from: own.length + 1 };
}
