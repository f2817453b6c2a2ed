import { crc32 } from "node:zlib";
import { Archive, ArchiveCompression, ArchiveFormat } from "libarchive.js/dist/libarchive-node.mjs";
import { describe, expect, test } from "vitest";
import { readBytes } from "../../../test/read-bytes";

const files = { "docs/größe 家.txt": "rent", "b.txt": "heat" };

describe("an archive of another kind than ZIP", { timeout: 30_000 }, () => {
  test.each([
    ["7z", () => a7z],
    ["cab", () => aCab(files)],
    ["tar.bz2", () => packed(ArchiveCompression.BZIP2)],
    ["tar.xz", () => packed(ArchiveCompression.XZ)],
  ])("is a folder too: %s", async (ending, make) => {
    const { text, attachments } = await readBytes(await make(), `a.${ending}`);
    expect(text).toContain("docs/größe 家.txt\t4 B");
    expect(attachments.map(({ fileName, size }) => [fileName, size])).toEqual([
      ["größe 家.txt", 4],
      ["b.txt", 4],
    ]);
  });

  test("changes no object of the process by the names in it", async () => {
    const before = Object.keys(Object.getOwnPropertyDescriptors(Object.prototype));
    const bytes = await packed(ArchiveCompression.XZ, { "__proto__/polluted": "x" });
    await readBytes(bytes, "a.tar.xz");
    expect(Object.keys(Object.getOwnPropertyDescriptors(Object.prototype))).toEqual(before);
  });

  test("may be a RAR", async () => {
    const { attachments } = await readBytes(aRar({ "lease.txt": "rent" }), "a.rar");
    expect(attachments.map(({ fileName, size }) => [fileName, size])).toEqual([["lease.txt", 4]]);
  });

  test("gives the files before the place where it was cut", async () => {
    const rar = aRar({ "a.txt": "rent", "b.txt": "heat" });
    const cut = rar.subarray(0, rar.indexOf("heat") + 2);
    const { text, attachments } = await readBytes(cut, "a.rar");
    expect(attachments.map(({ fileName }) => fileName)).toEqual(["a.txt"]);
    expect(text).toContain("b.txt\t4 B\tleft out: damaged");
  });

  test("that is damaged, or packs no archive, says what to do", async () => {
    for (const wrong of [a7z.subarray(0, 40), Buffer.from("BZh91AY&SY and no more")])
      await expect(readBytes(wrong, "a.7z")).rejects.toMatchObject({
        code: "UNSUPPORTED_TYPE",
        remedy: expect.stringContaining("ZIP"),
      });
  });

  test("that would unpack to far too much is refused", async () => {
    await expect(readBytes(a7z, "a.7z", { limits: { archiveBytes: 5 } })).rejects.toMatchObject({
      code: "TOO_LARGE",
    });
  });
});

/** A 7z with the same two files, written by py7zr 1.0. */
const a7z = Buffer.from(
  "N3q8ryccAAT96HrQdgAAAAAAAAAUAAAAAAAAAPWl9n5yZW50aGVhdOAAegBmXQAAgTMHrg/OP8PniCox9bPHqPY9HRdbPA41hdrSEU5ZkJtB4ab2DOPQw5zNDGuGdgh2HA/Yi6ZrLDCIeE6br82PZcc/d9c0n6Cw5d+MMRvjA/4ff8u6RsPXG/WO6M6gLUJOG0gAAAAAFwYIAQluAAcLAQABISEBGAx7AAA=",
  "base64",
);

/** A cabinet without compression, as OneNote packs a notebook in. */
function aCab(texts: Record<string, string>): Buffer {
  const data = Buffer.from(Object.values(texts).join(""));
  let place = 0;
  const entries = Object.entries(texts).map(([name, text]) => {
    const entry = numbers([4, text.length], [4, place], [2, 0], [2, 0], [2, 0], [2, 0x80]);
    place += text.length;
    return Buffer.concat([entry, Buffer.from(`${name.replaceAll("/", "\\")}\0`)]);
  });
  const filesAt = 36 + 8;
  const dataAt = filesAt + Buffer.concat(entries).length;
  const block = Buffer.concat([numbers([4, 0], [2, data.length], [2, data.length]), data]);
  const header = numbers([4, 0], [4, dataAt + block.length], [4, 0], [4, filesAt], [4, 0]);
  return Buffer.concat([
    Buffer.from("MSCF"),
    header,
    numbers([1, 3], [1, 1], [2, 1], [2, entries.length], [2, 0], [2, 0], [2, 0]),
    numbers([4, dataAt], [2, 1], [2, 0]),
    ...entries,
    block,
  ]);
}

function numbers(...fields: [bytes: number, value: number][]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

async function packed(compression: string, texts: Record<string, string> = files): Promise<Buffer> {
  const file = await Archive.write({
    files: Object.entries(texts).map(([pathname, text]) => ({
      file: new File([text], "x"),
      pathname,
    })),
    outputFileName: "packed",
    format: ArchiveFormat.USTAR,
    compression,
    passphrase: null,
  });
  return Buffer.from(await file.arrayBuffer());
}

/** A RAR of version 5 without compression, written by hand: no free program writes RAR. */
function aRar(texts: Record<string, string>): Buffer {
  return Buffer.concat([
    Buffer.from("Rar!\u001a\u0007\u0001\u0000", "latin1"),
    aRarHeader([1, 0, 0]),
    ...Object.entries(texts).flatMap(([name, text]) => aRarFile(name, Buffer.from(text))),
    aRarHeader([5, 0, 0]),
  ]);
}

const rarFile = 2;
const hasData = 2;
const hasSum = 4;
const plainFile = 32;

function aRarFile(name: string, bytes: Buffer): Buffer[] {
  const { length } = bytes;
  const own = [hasSum, length, plainFile, ...sumOf(bytes), 0, 0, name.length, ...Buffer.from(name)];
  return [aRarHeader([rarFile, hasData, length, ...own]), bytes];
}

function aRarHeader(fields: number[]): Buffer {
  const header = Buffer.from([fields.length, ...fields]);
  return Buffer.concat([sumOf(header), header]);
}

function sumOf(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(bytes));
  return sum;
}
