import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { createDocumentBuilder } from "./document-builder";
import { locate } from "./locate";
import { parseDocument } from "./parse-document";
import type { ParsedDocument, Picture } from "./parsed-document";
import { cutDocument } from "./passages";
import { toHtml } from "./to-html";
import { toMarkdown } from "./to-markdown";
import { toPlainText } from "./to-plain-text";

const picture: Picture = {
  id: "a".repeat(64),
  mediaType: "image/png",
  path: "/tmp/picture",
  size: 10,
  width: 400,
  height: 300,
};

/** A document whose paragraphs have a picture without words before, between and after them; without `hasPictures` only the words. */
function aReport({ hasPictures = true } = {}): ParsedDocument {
  const builder = createDocumentBuilder({ format: "docx", mediaType: "x" });
  if (hasPictures) builder.pictures.push(picture);
  const figure = () =>
    hasPictures && builder.add({ kind: "figure", text: "", picture: { id: picture.id } });
  builder.startPage({ kind: "flow" });
  figure();
  builder.add({ kind: "paragraph", text: "The first sentence goes on" });
  figure();
  builder.add({ kind: "paragraph", text: "and ends after the picture." });
  figure();
  return builder.build();
}

describe("a picture without words", () => {
  const report = aReport();
  const words = aReport({ hasPictures: false });

  test("has its place among the blocks and leaves no trace in the text", () => {
    expect(report.blocks.map(({ kind }) => kind)).toEqual([
      "figure",
      "paragraph",
      "figure",
      "paragraph",
      "figure",
    ]);
    expect(report.text).toBe(words.text);
    expect(report.pages[0]?.span).toEqual(words.pages[0]?.span);
    expect(toPlainText(report)).toBe(toPlainText(words));
    expect(toMarkdown(report)).toBe(toMarkdown(words));
  });

  test("changes no passage, so that an index stays valid", () => {
    expect(cutDocument(report)).toEqual(cutDocument(words));
  });

  test("is never the place of words", () => {
    for (let at = 0; at < report.text.length; at++)
      expect(["b2", "b4"]).toContain(Object.values(locate(report, [at, at + 1]))[0]);
  });

  test("is shown in its place, at its own size, and loads when it comes near", () => {
    const page = load(toHtml(report, (id) => `/pictures/${id}`));

    expect(
      page("section > *")
        .map((_, each) => page(each).prop("tagName"))
        .get(),
    ).toEqual(["FIGURE", "P", "FIGURE", "P", "FIGURE"]);
    expect(page("#b1 > img").attr()).toEqual({
      src: `/pictures/${picture.id}`,
      alt: "",
      width: "400",
      height: "300",
      loading: "lazy",
      decoding: "async",
    });
  });
});

test("a picture with words is shown above them, in the size of the file", () => {
  const builder = createDocumentBuilder({ format: "docx", mediaType: "x" });
  builder.pictures.push(picture);
  const alt = 'A "red" <field>';
  builder.add({
    kind: "figure",
    text: alt,
    picture: { id: picture.id, alt, width: 90, height: 45 },
  });
  const page = load(toHtml(builder.build(), () => '/a?"><script>'));

  expect(page("figure > img").attr()).toMatchObject({ alt, width: "120", height: "60" });
  expect(page("figcaption").text()).toBe(alt);
  expect(page("script")).toHaveLength(0);
});

test("without an address for pictures, and for a picture that is not kept, only the words are shown", () => {
  const report = aReport();

  expect(toHtml(report)).not.toContain("<img");
  expect(toHtml({ ...report, pictures: [] }, () => "/a")).not.toContain("<img");
});

test("a document that an earlier release wrote is read as it is", () => {
  const { pictures: _, ...earlier } = aReport({ hasPictures: false });

  expect(toHtml(parseDocument(JSON.stringify(earlier)), () => "/a")).toBe(toHtml(earlier));
});
