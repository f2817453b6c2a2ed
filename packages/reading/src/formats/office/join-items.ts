import type { ContentItem } from "./content-item";
import { joinRich, type RichText } from "./rich-text";

/** Joins the text of items, also of tables. `beside` holds the items that are not text of their own. */
export function joinItems(
  items: ContentItem[],
  separator: string,
): { rich: RichText; beside: ContentItem[] } {
  const parts: RichText[] = [];
  const beside: ContentItem[] = [];
  for (const item of items) {
    if (item.kind === "table")
      parts.push(...item.cells.map(({ text, links = [] }) => ({ text, links })));
    else if (item.kind === "comment" || item.kind === "footnote" || !("text" in item))
      beside.push(item);
    else parts.push({ text: item.text, links: item.links ?? [] });
  }
  return {
    rich: joinRich(
      parts.filter(({ text }) => text.trim() !== ""),
      separator,
    ),
    beside,
  };
}
