/** A letter that the page shows. */
export type Letter = { node: Text; offset: number };

/** A cell of a sheet with the place of its text. */
type SheetCell = { element: HTMLElement; start: number; end: number };

/** Returns the cells of the sheets of a document by their blocks. A block has no element of its own there. */
export function cellsByBlock(body: HTMLElement): Map<string, SheetCell[]> {
  const cells = [...body.querySelectorAll<HTMLElement>("[data-block]")].map((element) => ({
    element,
    block: element.dataset.block ?? "",
    start: Number(element.dataset.start),
    end: Number(element.dataset.end),
  }));
  return Map.groupBy(cells, ({ block }) => block);
}

/** Returns the letters at a place in the text, for each cell that it touches. A cell that shows other words than its text counts as a whole. */
export function cellLetters(cells: readonly SheetCell[], [from, to]: [number, number]): Letter[][] {
  return cells
    .filter(({ start, end }) => start < to && end > from)
    .map(({ element, start }) => {
      const letters = lettersIn(element);
      const isWhole = element.dataset.shown !== undefined;
      return isWhole ? letters : letters.slice(Math.max(0, from - start), to - start);
    })
    .filter(({ length }) => length > 0);
}

function lettersIn(element: HTMLElement): Letter[] {
  const letters: Letter[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text)
      for (let offset = 0; offset < node.data.length; offset += 1) letters.push({ node, offset });
  return letters;
}
