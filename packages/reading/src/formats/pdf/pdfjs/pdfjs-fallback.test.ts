import { expect, test } from "vitest";
import { aFontOf, aRawPdf, codes } from "../../../../test/a-raw-pdf";
import { readBytes } from "../../../../test/read-bytes";
import type { ReadPage } from "../../../analysis/blocks/read-page";
import { defaultLimits } from "../../../contract/limits";
import type { ReaderInput } from "../../../contract/reader-input";
import { openPdf } from "../pdfium/pdfium";
import { readPdfPage } from "../read-pdf-page";
import type { PageWords } from "../words/page-words";
import { wordsOfRuns } from "./pdfjs-words";

const viewport = { width: 600, height: 800, transform: [1, 0, 0, -1, 0, 800] };

function run(str: string, x: number, y: number, turned = false) {
  const transform = turned ? [0, 10, -10, 0, x, y] : [10, 0, 0, 10, x, y];
  return { str, transform, width: str.length * 5, height: 10 };
}

test("runs that touch are one word, boxes stand where the text is, turned text is told apart", () => {
  const { byDirection } = wordsOfRuns(
    [run("Lea", 100, 700), run("se terms", 115, 700), run("Up", 50, 400, true)],
    viewport,
  );
  expect(byDirection[0]?.map(({ text }) => text)).toEqual(["Lease", "terms"]);
  const [x = 0, y = 0, width = 0, height = 0] = byDirection[0]?.[0]?.box ?? [];
  expect([x, width]).toEqual([100, 25]);
  expect(y).toBeLessThan(100);
  expect(y + height).toBeGreaterThan(100);
  expect(byDirection[3]?.map(({ text }) => text)).toEqual(["Up"]);
});

async function readWith(other: PageWords): Promise<ReadPage> {
  const signs = Array.from({ length: 12 }, (_, index) => String.fromCharCode(0xe000 + index));
  const shown = codes(...signs.map((_, index) => index + 1));
  const bytes = aRawPdf(`BT /F2 12 Tf 72 700 Td ${shown} Tj ET`, {
    objects: aFontOf(signs, 6),
    fonts: "/F2 6 0 R",
  });
  const source: ReaderInput = {
    bytes,
    fileName: "a.pdf",
    format: "pdf",
    mediaType: "application/pdf",
    outputDirectory: "",
    limits: defaultLimits,
    recognising: () => {
      throw new Error("The page was sent to be recognised.");
    },
    languages: [],
    nativeTools: false,
  };
  const document = await openPdf(bytes);
  try {
    const opinion = { read: async () => other, close: async () => undefined };
    const layers = { compared: 0, wrong: 0 };
    return await readPdfPage(document, 0, {
      source,
      pdfjsFallback: async () => opinion,
      layers,
      hasLayeredForms: false,
      isTagged: false,
    });
  } finally {
    document.close();
  }
}

test("letters without a meaning are taken from whoever makes sense of them", async () => {
  const sense = wordsOfRuns([run("The rooms are let", 72, 700)], viewport);
  const { words, recognised } = await readWith(sense);
  expect(words.map(({ text }) => text).join(" ")).toBe("The rooms are let");
  expect(recognised).toBe(false);
});

test("not from who finds only consonants", async () => {
  const nonsense = wordsOfRuns([run("Xkcd qwrt zxcv bnmp sdfg hjkl", 72, 700)], viewport);
  const { words } = await readWith(nonsense);
  expect(words.map(({ text }) => text)).not.toContain("Xkcd");
});

test("a file that only the second library can open is read, and said to be mended", async () => {
  const whole = aRawPdf("BT /F1 12 Tf 72 700 Td (Still legible) Tj ET").toString("latin1");
  const broken = whole.replace(/xref\n0[\s\S]*$/, "trailer\n<< /Root << /Pages 2 0 R >> >>\n");
  const { text, warnings } = await readBytes(Buffer.from(broken, "latin1"), "mended.pdf");
  expect(text).toBe("Still legible");
  expect(warnings).toContain("The PDF is damaged; what could be mended was read.");
});
