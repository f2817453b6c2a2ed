import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { unpackedPicture } from "./picture-kind";
import { sizeOfPicture } from "./picture-size";

const svg = Buffer.from(
  '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="s" width="2in" height="1in"/>',
);

/** The header of an EMF whose frame is 50.8 by 25.4 mm. */
function anEmf(): Buffer {
  const bytes = Buffer.alloc(100);
  bytes.writeUInt32LE(1, 0);
  bytes.writeInt32LE(5_080, 32);
  bytes.writeInt32LE(2_540, 36);
  bytes.write(" EMF", 40, "latin1");
  return bytes;
}

/** The header of a WMF of 1440 by 720 units, 1440 to the inch. */
function aWmf(): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.writeUInt32LE(0x9ac6cdd7, 0);
  bytes.writeInt16LE(1_440, 10);
  bytes.writeInt16LE(720, 12);
  bytes.writeUInt16LE(1_440, 14);
  return bytes;
}

test.each([
  ["an SVG", svg, "image/svg+xml", 192, 96],
  ["a packed SVG", gzipSync(svg), "image/svg+xml", 192, 96],
  ["an EMF", anEmf(), "image/emf", 192, 96],
  ["a packed EMF", gzipSync(anEmf()), "image/emf", 192, 96],
  ["a WMF", aWmf(), "image/wmf", 96, 48],
])(
  "%s is known by its bytes, and its size by its header",
  async (_, bytes, mediaType, width, height) => {
    const found = await unpackedPicture(bytes, 1_000);
    expect(found?.mediaType).toBe(mediaType);
    expect(found && (await sizeOfPicture(found))).toEqual({ width, height });
  },
);

test.each([
  ["a text", Buffer.from("No picture, only words.")],
  ["a page with a drawing", Buffer.from("<html><body><svg/></body></html>")],
  ["too few bytes", Buffer.from("<svg>")],
  ["a packed text", gzipSync("words")],
])("%s is no picture", async (_, bytes) => {
  expect(await unpackedPicture(bytes, 1_000)).toBeNull();
});

test("a packed drawing that would fill the memory is no picture", async () => {
  const bomb = gzipSync(Buffer.concat([svg, Buffer.alloc(1_000_000, 32)]));
  expect(await unpackedPicture(bomb, 10_000)).toBeNull();
});
