import { load } from "cheerio";
import { marked } from "marked";
import { expect, test } from "vitest";
import { createModelBuilder } from "./model-builder";
import { toMarkdown } from "./to-markdown";

test("comes back from a Markdown parser as the same headings, items and cells", async () => {
  const builder = createModelBuilder({ format: "text", mediaType: "text/plain" });
  builder.startPage({ kind: "flow" });
  builder.add({ kind: "header", text: "Page 1" });
  builder.add({ kind: "title", text: "Lease *of* <the> house" });
  builder.add({ kind: "paragraph", text: "1. not a list\n# not a heading" });
  builder.add({ kind: "list-item", text: "• Rent_a_b" });
  builder.add({ kind: "list-item", text: "Heat", level: 2 });
  builder.addTable({
    cells: [
      { text: "a|b", row: 0, column: 0 },
      { text: "c", row: 0, column: 3 },
      { text: "d", row: 1, column: 3 },
    ],
  });
  const page = load(await marked.parse(toMarkdown(builder.build())));
  expect(page("h1").text()).toBe("Lease *of* <the> house");
  expect(page("p").first().text()).toMatch(/^1\. not a list\s*# not a heading$/);
  expect(page("li").last().text()).toBe("Heat");
  expect(page("li li").length).toBe(1);
  expect(
    page("th")
      .map((_, cell) => page(cell).text())
      .get(),
  ).toEqual(["a|b", "c"]);
  expect(page("td").last().text()).toBe("d");
  expect(page("body").text()).not.toContain("Page 1");
});
