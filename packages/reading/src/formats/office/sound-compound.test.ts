import { utils, write } from "cfb";
import { expect, test } from "vitest";
import { readBytes } from "../../../test/read-bytes";
import { isSoundCompound } from "./sound-compound";

function aContainer(): Buffer {
  const container = utils.cfb_new();
  utils.cfb_add(container, "/WordDocument", Buffer.alloc(9_000, 1));
  utils.cfb_add(container, "/Pool/Ole", Buffer.alloc(100, 2));
  utils.cfb_add(container, "/Pool/Deep/Data", Buffer.alloc(5_000, 3));
  return Buffer.from(write(container, { type: "buffer" }));
}

/** Returns the offset of the entry of this name. */
function entryOf(bytes: Buffer, name: string): number {
  return bytes.indexOf(Buffer.from(`${name}\u0000`, "utf16le"));
}

function spoiled(change: (bytes: Buffer) => void): Buffer {
  const bytes = aContainer();
  change(bytes);
  return bytes;
}

/** Returns the offset in the allocation table of the sector after this one. */
function afterSector(bytes: Buffer, sector: number): number {
  return (bytes.readInt32LE(76) + 1) * 512 + 4 * sector;
}

test("a whole container is sound, also when its end is cut off", () => {
  const bytes = aContainer();
  expect(isSoundCompound(bytes)).toBe(true);
  expect(isSoundCompound(bytes.subarray(0, 700))).toBe(true);
});

test.each([
  [
    "an entry that is below itself",
    (bytes: Buffer) => {
      const pool = entryOf(bytes, "Pool");
      const deep = entryOf(bytes, "Deep");
      bytes.writeInt32LE(bytes.readInt32LE(pool + 76), deep + 76);
    },
  ],
  [
    "a large stream whose sectors go round",
    (bytes: Buffer) => {
      const start = bytes.readInt32LE(entryOf(bytes, "WordDocument") + 116);
      bytes.writeInt32LE(start, afterSector(bytes, start + 2));
    },
  ],
  [
    "a directory whose sectors go round",
    (bytes: Buffer) => {
      const start = bytes.readInt32LE(48);
      bytes.writeInt32LE(start, afterSector(bytes, start));
    },
  ],
])("%s ends with a reason and not with a hung reader", async (_, change) => {
  const bytes = spoiled(change);
  expect(isSoundCompound(bytes)).toBe(false);
  await expect(readBytes(bytes, "a.doc")).rejects.toMatchObject({ code: "CORRUPT" });
});
