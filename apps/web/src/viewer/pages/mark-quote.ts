import { cellLetters, cellsByBlock, type Letter } from "./sheet-cells";

/** `nth` counts the places in the block where the same words stand, from 0. `span` is the place of the words in the text. */
export type QuotePart = { block: string; quote: string; nth: number; span: [number, number] };

/**
 * Marks the quotes in their blocks with `mark` elements and brings the first into view. A block whose words are set differently (a table,
 * say) is outlined as a whole. Returns a function that removes the marks.
 */
export function markQuote(body: HTMLElement, parts: readonly QuotePart[]): () => void {
  const { marks, outlined } = marked(body, parts);
  marks[0]?.closest("details")?.setAttribute("open", "");
  (marks[0] ?? outlined[0])?.scrollIntoView({ block: "center" });
  return () => unmark(marks, outlined);
}

/** Marks quotes in the same way with `mark` elements that say `data-detail` or `data-hit`, and brings none into view. A block is never outlined. */
export function markDetails(
  body: HTMLElement,
  parts: readonly QuotePart[],
  kind: "detail" | "hit",
): () => void {
  const { marks } = marked(body, parts, { isWithoutOutlines: true });
  for (const mark of marks) mark.dataset[kind] = "";
  return () => unmark(marks, []);
}

function marked(
  body: HTMLElement,
  parts: readonly QuotePart[],
  { isWithoutOutlines = false } = {},
): { marks: HTMLElement[]; outlined: Element[] } {
  const marks: HTMLElement[] = [];
  const outlined: Element[] = [];

  const cells = cellsByBlock(body);

  for (const { block, quote, nth, span } of parts) {
    const element = body.querySelector(`[id="${CSS.escape(block)}"]`);
    if (!element) {
      for (const letters of cellLetters(cells.get(block) ?? [], span)) marks.push(...wrap(letters));
      continue;
    }
    const letters = lettersOf(element, quote, nth);
    if (letters) marks.push(...wrap(letters));
    else if (!isWithoutOutlines) outlined.push(element);
  }
  for (const element of outlined) element.setAttribute("data-marked", "");
  return { marks, outlined };
}

function unmark(marks: readonly HTMLElement[], outlined: readonly Element[]): void {
  for (const element of outlined) element.removeAttribute("data-marked");
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** The letters of a quote in an element, blanks counting as equal; null where it does not stand there. */
function lettersOf(element: Element, quote: string, nth: number): Letter[] | null {
  const letters: Letter[] = [];
  let text = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const letter = node.data.charAt(offset);
      if (/\s/.test(letter)) continue;
      text += letter;
      letters.push({ node, offset });
    }
  }
  const wanted = quote.replace(/\s+/g, "");
  const places = placesOf(text, wanted);
  const at = places[nth] ?? places[0] ?? -1;
  return at < 0 ? null : letters.slice(at, at + wanted.length);
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  if (wanted === "") return places;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

type PlacedBlock = { id: string; span: readonly number[] };

/** Returns the words of a span in each block that it touches. */
export function quotesIn(
  blocks: readonly PlacedBlock[],
  text: string,
  [from, to]: readonly [number, number],
): QuotePart[] {
  return blocks.flatMap(({ id, span: [start = 0, end = 0] }) => {
    if (start >= to || end <= from) return [];
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    const quote = text.slice(first, last);
    const wanted = quote.replace(/\s+/g, "");
    const before = text.slice(start, first).replace(/\s+/g, "").length;
    const nth = placesOf(text.slice(start, end).replace(/\s+/g, ""), wanted).indexOf(before);
    return [{ block: id, quote, nth: Math.max(0, nth), span: [first, last] }];
  });
}

/** One `mark` for each text node that the letters lie in. */
function wrap(letters: readonly Letter[]): HTMLElement[] {
  return [...Map.groupBy(letters, ({ node }) => node)].map(([node, inside]) => {
    const range = document.createRange();
    range.setStart(node, inside[0]?.offset ?? 0);
    range.setEnd(node, (inside.at(-1)?.offset ?? 0) + 1);
    const mark = document.createElement("mark");
    range.surroundContents(mark);
    return mark;
  });
}
