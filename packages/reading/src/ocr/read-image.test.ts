import { encode as encodeBmp } from "bmp-ts";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { aPictureOfText } from "../../test/a-picture-of-text";
import { readBytes } from "../../test/read-bytes";

const letter = [
  "Dear neighbours of the house,",
  "the water will be turned off on Monday",
  "between nine and eleven in the morning.",
  "Please fill some bottles in good time.",
  "With kind regards, the caretaker",
];

describe("readImage", { timeout: 60_000 }, () => {
  test.each([90, 180, 270, 4, 97])(
    "reads a page turned by %s degrees, with boxes where the words stand",
    async (degrees) => {
      const { text, pages } = await readBytes(await aPictureOfText(letter, { degrees }), "a.png");
      expect(text).toContain("Monday");
      expect(text.indexOf("neighbours")).toBeLessThan(text.indexOf("caretaker"));
      const [page] = pages;
      const middle = (word: string) => {
        const start = text.indexOf(word);
        const [, , x = 0, y = 0, width = 0, height = 0] =
          page?.words.find(([from]) => from === start) ?? [];
        return { x: x + width / 2, y: y + height / 2 };
      };
      const [first, last] = [middle("neighbours"), middle("caretaker")];
      const turned = (degrees * Math.PI) / 180;
      const down = (last.y - first.y) * Math.cos(turned) - (last.x - first.x) * Math.sin(turned);
      expect(Math.abs(down - 4 * 28 * 1.6)).toBeLessThan(14);
    },
  );

  test("reads light text on a dark page", async () => {
    const picture = await aPictureOfText(letter, { ink: "#eee", paper: "#202428" });
    expect((await readBytes(picture, "a.png")).text).toContain("turned off on Monday");
  });

  test.each<[string, (image: Sharp) => Sharp]>([
    ["PNG with a palette", (image) => image.png({ palette: true, colours: 8 })],
    ["PNG of 16 bits", (image) => image.toColourspace("rgb16").png()],
    ["white on nothing", (image) => image.negate().unflatten().negate().png()],
    ["JPEG in CMYK", (image) => image.toColourspace("cmyk").jpeg()],
    [
      "JPEG on its side, as EXIF says",
      (image) => image.rotate(-90).jpeg().withMetadata({ orientation: 6 }),
    ],
    [
      "TIFF for fax",
      (image) => image.toColourspace("b-w").tiff({ compression: "ccittfax4", bitdepth: 1 }),
    ],
    ["WebP", (image) => image.webp()],
    ["GIF", (image) => image.gif()],
    ["AVIF", (image) => image.avif({ effort: 0 })],
  ])("reads %s", async (_, written) => {
    const bytes = await written(sharp(await aPictureOfText(["Total amount 12.50"]))).toBuffer();
    const { text, pages } = await readBytes(bytes, "a");
    expect(text).toContain("12.50");
    expect(pages[0]?.width).toBeGreaterThan(pages[0]?.height ?? 0);
  });

  test("reads BMP", async () => {
    const { data, info } = await sharp(await aPictureOfText(["Total amount 12.50"]))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (let at = 0; at < data.length; at += 4) data.subarray(at, at + 4).reverse();
    const { width, height } = info;
    const { text } = await readBytes(encodeBmp({ data, width, height, bitPP: 24 }).data, "a.bmp");
    expect(text).toContain("12.50");
  });

  test("reads as many pages of a TIFF as it may, and says what it left out", async () => {
    const page = await sharp(await aPictureOfText(["Total amount 12.50"])).toBuffer();
    const tiff = await sharp([page, page, page], { join: { animated: true } })
      .tiff()
      .toBuffer();
    const document = await readBytes(tiff, "a.tiff", { limits: { recognisedPages: 2 } });
    expect(document.text.match(/12\.50/g)).toHaveLength(2);
    expect(document.warnings).toContain("Only the first 2 of 3 pages were read.");
  });

  test("keeps what the camera wrote down", async () => {
    const bytes = await sharp(await aPictureOfText(["Total amount 12.50"]))
      .jpeg()
      .withExif({
        IFD0: { Artist: "Ann", ImageDescription: "Receipt" },
        IFD2: { DateTimeOriginal: "2026:03:03 10:00:00" },
      })
      .toBuffer();
    const { metadata } = await readBytes(bytes, "a.jpg");
    expect(metadata).toMatchObject({ author: "Ann", subject: "Receipt" });
    expect(metadata.createdAt).toMatch(/^2026-03-03T/);
  });

  test.each([
    ["an image of one pixel", { width: 1, height: 1 }, "EMPTY"],
    ["a blank page", { width: 300, height: 400 }, "EMPTY"],
    ["more pixels than it may", { width: 3_000, height: 3_000 }, "TOO_LARGE"],
  ])("refuses %s", async (_, { width, height }, code) => {
    const bytes = await sharp({ create: { width, height, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const reading = readBytes(bytes, "a.png", { limits: { pixels: 1_000_000 } });
    await expect(reading).rejects.toMatchObject({ code, remedy: expect.stringMatching(/\.$/) });
  });
});

test("a table with drawn lines is a table", { timeout: 60_000 }, async () => {
  const rows = [
    ["Article", "Number", "Price"],
    ["Oak beam", "4", "20.00"],
    ["Elm board", "12", "7.50"],
  ];
  const cells = rows.flatMap((row, down) =>
    row.map(
      (text, across) =>
        `<text x="${70 + 260 * across}" y="${90 + 70 * down}" font-size="30" font-family="sans-serif">${text}</text>`,
    ),
  );
  const lines = [0, 1, 2, 3]
    .map((at) => `<path d="M50 ${50 + 70 * at}H830M${50 + 260 * at} 50V260"/>`)
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="320"><rect width="900" height="320" fill="#fff"/><g stroke="#000" stroke-width="2">${lines}</g>${cells.join("")}</svg>`;
  const picture = await sharp(Buffer.from(svg)).png().toBuffer();
  const { blocks } = await readBytes(picture, "table.png");
  expect(blocks.map(({ kind }) => kind)).toEqual(["table"]);
  expect(blocks[0]?.cells?.map(({ text }) => text)).toEqual(rows.flat());
});
