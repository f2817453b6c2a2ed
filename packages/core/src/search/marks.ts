type Span = [start: number, end: number];

const words = /[\p{L}\p{N}]+/gu;
const common = new Set(
  "the a an and or of to in on for is are was were be by with at from as it this that what when who how which does do did der die das und oder von zu ist".split(
    " ",
  ),
);

/** Returns the spans of a query's words in a text, so that people see why the text was found. A word also marks its longer forms. */
export function marksOf(text: string, query: string): Span[] {
  const wanted = [...query.toLowerCase().matchAll(words)]
    .map(([word]) => word)
    .filter((word) => word.length > 1 && !common.has(word));
  const stems = wanted.map((word) =>
    word.length > 4 ? word.slice(0, Math.max(4, word.length - 2)) : word,
  );
  return [...text.matchAll(words)].flatMap(({ 0: word, index }): Span[] => {
    const lower = word.toLowerCase();
    const isMeant = stems.some((stem, n) =>
      stem === wanted[n]
        ? lower === stem
        : lower.startsWith(stem) && lower.length <= stem.length + 5,
    );
    return isMeant ? [[index, index + word.length]] : [];
  });
}
