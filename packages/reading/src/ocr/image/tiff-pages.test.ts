import { expect, test } from "vitest";
import { tiffPages } from "./tiff-pages";

/** A TIFF of images without pixels, each with one entry: its tag and its value. */
function aTiff(images: [tag: number, value: number][], isLittle: boolean): Buffer {
  const bytes = Buffer.alloc(8 + images.length * 18);
  const short = (value: number, at: number) =>
    isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(isLittle ? "II" : "MM", 0, "latin1");
  short(42, 2);
  long(8, 4);
  for (const [index, [tag, value]] of images.entries()) {
    const at = 8 + index * 18;
    short(1, at);
    short(tag, at + 2);
    short(tag === 255 ? 3 : 4, at + 4);
    long(1, at + 6);
    if (tag === 255) short(value, at + 10);
    else long(value, at + 10);
    long(index + 1 < images.length ? at + 18 : 0, at + 14);
  }
  return bytes;
}

test.each([true, false])(
  "a reduced copy and a mask are no pages (little-endian: %s)",
  (isLittle) => {
    const tiff = aTiff(
      [
        [254, 0],
        [254, 1],
        [254, 2],
        [254, 4],
        [255, 2],
        [255, 1],
      ],
      isLittle,
    );
    expect(tiffPages(tiff, 6)).toEqual([0, 2, 5]);
  },
);

test("a file of copies alone keeps them, and a damaged one keeps all", () => {
  expect(tiffPages(aTiff([[254, 1]], true), 1)).toEqual([0]);
  expect(tiffPages(aTiff([[254, 0]], true).subarray(0, 12), 2)).toEqual([0, 1]);
});
