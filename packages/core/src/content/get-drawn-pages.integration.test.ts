import { readFile } from "node:fs/promises";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { Format } from "@besunny/document-model/parsed-document";
import { ReadingError } from "@besunny/reading/contract/reading-error";
import { expect, test } from "vitest";
import { aContext, inBackground, throughKey } from "../../test/contexts";
import { aReader, runOf, uploadText } from "../../test/documents";
import { startRun } from "../processing/runs/start-run";
import { readDocument } from "../processing/stages/read-document";
import { findOnPages } from "./find-on-pages";
import { getDrawnPages } from "./get-drawn-pages";
import { getPageImage } from "./get-page-image";

type Print = { pdf: Uint8Array; pages: number } | null;

/** A document of this format with a reader that prints it by `print`. Its images are the first bytes of the file that is drawn. */
async function aDocumentOf(format: Format, pages: number, print: () => Promise<Print>) {
  const builder = createDocumentBuilder({ format, mediaType: "x" });
  for (let page = 0; page < pages; page++) {
    builder.startPage({ kind: format === "pptx" ? "slide" : "flow", width: 100, height: 100 });
    builder.add({
      kind: "paragraph",
      text: "Words of the page",
      words: [[0, 5, 10, 10, 20, 10]],
    });
  }
  const renderPage = async ({ path, page }: { path: string; page: number }) =>
    Buffer.from(`${(await readFile(path, "utf8")).slice(0, 5)} ${page}`);
  const ctx = await aContext({ reader: { ...aReader(builder.build()), print, renderPage } });
  const { document } = await uploadText(ctx, "bytes of the original");
  const run = await runOf(ctx, document.id);
  await startRun(inBackground(ctx), run);
  await readDocument(inBackground(ctx), run);
  return { ctx, id: document.id };
}

const printing = (pages: number) => {
  let times = 0;
  const print = async () => {
    times += 1;
    return { pdf: Buffer.from("%PDF-1.7"), pages };
  };
  return { print, times: () => times };
};

test("an Office document is printed once, and its pages are drawn from the print", async () => {
  const { print, times } = printing(3);
  const { ctx, id } = await aDocumentOf("docx", 1, print);

  expect(await getDrawnPages(ctx, { id })).toEqual({
    count: 3,
    arePages: false,
    arePrinted: true,
  });
  expect(await getDrawnPages(ctx, { id })).toEqual({
    count: 3,
    arePages: false,
    arePrinted: true,
  });
  expect(Buffer.from(await getPageImage(ctx, { id, page: 3 })).toString()).toBe("%PDF- 3");
  await expect(getPageImage(ctx, { id, page: 4 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(times()).toBe(1);
});

test("without LibreOffice an Office text has no pages to draw, and slides are drawn themselves", async () => {
  const text = await aDocumentOf("docx", 1, async () => null);
  const slides = await aDocumentOf("pptx", 2, async () => null);

  expect(await getDrawnPages(text.ctx, { id: text.id })).toEqual({
    count: 0,
    arePages: false,
    arePrinted: false,
  });
  expect(await getDrawnPages(slides.ctx, { id: slides.id })).toEqual({
    count: 2,
    arePages: true,
    arePrinted: false,
  });
  const image = await getPageImage(slides.ctx, { id: slides.id, page: 2 });
  expect(Buffer.from(image).toString()).toBe("bytes 2");
});

test("printed pages are counted quickly only once they were printed", async () => {
  const { print, times } = printing(3);
  const { ctx, id } = await aDocumentOf("docx", 1, print);
  const kept = () => getDrawnPages(ctx, { id, isKept: true });

  expect(await kept()).toMatchObject({ count: 0, arePrinted: false });
  expect(times()).toBe(0);
  await getDrawnPages(ctx, { id });
  expect(await kept()).toMatchObject({ count: 3, arePrinted: true });
  expect(
    await findOnPages(ctx, {
      id,
      spans: [
        [0, 5],
        [900, 905],
      ],
    }),
  ).toEqual({
    places: [[{ page: 1, marks: [[0.1, 0.1, 0.2, 0.1]] }], null],
  });
});

test("slides are drawn themselves where the print has more or fewer pages", async () => {
  const { ctx, id } = await aDocumentOf("pptx", 2, printing(5).print);

  expect(await getDrawnPages(ctx, { id })).toEqual({
    count: 2,
    arePages: true,
    arePrinted: false,
  });
  expect(Buffer.from(await getPageImage(ctx, { id, page: 1 })).toString()).toBe("bytes 1");
});

test("a document that LibreOffice cannot print has no pages, and a fault of the reader stays one", async () => {
  const refusal = new ReadingError(
    "UNSUPPORTED_TYPE",
    "It cannot be printed.",
    "Look at its text.",
  );
  const odd = await aDocumentOf("odt", 1, () => Promise.reject(refusal));
  const broken = await aDocumentOf("odt", 1, () => Promise.reject(new Error("broken")));

  expect(await getDrawnPages(odd.ctx, { id: odd.id })).toEqual({
    count: 0,
    arePages: false,
    arePrinted: false,
  });
  await expect(getDrawnPages(broken.ctx, { id: broken.id })).rejects.toThrow("broken");
});

test("is refused to a key that may not read, and finds nothing next door", async () => {
  const { ctx, id } = await aDocumentOf("pptx", 1, async () => null);

  await expect(getDrawnPages(throughKey(ctx, ["write"]), { id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(getDrawnPages(await aContext({ role: "owner" }), { id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
