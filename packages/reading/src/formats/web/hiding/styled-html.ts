import { parseHtml, type XmlElement } from "../../../xml/xml";
import { styleRules } from "./style-rules";

const mostComparisons = 3_000_000;

/**
 * Parses HTML as `parseHtml`. What the style sheets of the page, and those given, say of an element is written in its `style`, before its own. A
 * page with very many elements and rules keeps only its own styles.
 */
export function parseStyledHtml(html: string, css = ""): XmlElement {
  return parseHtml(html, (page) => {
    const own = page("style").text();
    const rules = styleRules(`${css}\n${own}`);
    if (rules.length === 0 || rules.length * page("*").length > mostComparisons) return;
    const given = new Map<object, string[]>();
    for (const { selector, style } of rules)
      try {
        for (const element of page(selector).get()) {
          const styles = given.get(element);
          if (styles) styles.push(style);
          else given.set(element, [style]);
        }
      } catch {
        // A selector that is not known, or no selector at all, matches nothing.
      }
    page("*").each((_, element) => {
      const styles = given.get(element);
      if (styles)
        page(element).attr("style", [...styles, page(element).attr("style") ?? ""].join(";"));
    });
  });
}
