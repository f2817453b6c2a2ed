const highlightName = "evidence";

/**
 * Marks the quotes in their blocks and brings the first into view, without touching the document's elements: the browser paints ranges.
 * A block whose words are set differently (a table, say) is outlined as a whole.
 */
export function markQuote(
  body: HTMLElement,
  parts: readonly { block: string; quote: string }[],
): void {
  for (const outlined of body.querySelectorAll("[data-marked]")) {
    outlined.removeAttribute("data-marked");
  }
  CSS.highlights?.delete(highlightName);
  const ranges: Range[] = [];
  let first: Element | null = null;

  for (const { block, quote } of parts) {
    const element = body.querySelector(
      `#${CSS.escape(block)}, [data-block="${CSS.escape(block)}"]`,
    );
    if (!element) continue;
    const range = rangeOf(element, quote);
    if (range) ranges.push(range);
    if (!range || !CSS.highlights) element.setAttribute("data-marked", "");
    first ??= range?.startContainer.parentElement ?? element;
  }

  if (ranges.length > 0 && CSS.highlights) {
    CSS.highlights.set(highlightName, new Highlight(...ranges));
  }
  first?.scrollIntoView({ block: "center" });
}

/** The range of a quote in an element, blanks counting as equal; null where it does not stand there. */
export function rangeOf(element: Element, quote: string): Range | null {
  const letters: { node: Text; offset: number }[] = [];
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
  const at = wanted ? text.indexOf(wanted) : -1;
  const start = letters[at];
  const end = letters[at + wanted.length - 1];
  if (at < 0 || !start || !end) return null;

  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset + 1);
  return range;
}
