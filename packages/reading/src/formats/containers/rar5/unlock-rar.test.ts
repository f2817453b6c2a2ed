import { createCipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readBytes } from "../../../../test/read-bytes";
import { type Block, writtenBlock } from "./blocks";

const salt = Buffer.alloc(16, 7);
const vector = Buffer.alloc(16, 9);
const rounds = 15;
const password = "sésame";

describe("a RAR of version 5 with a password", () => {
  test.each([
    ["files", false],
    ["files and names", true],
  ])("for its %s asks for it, and is read with it", async (_what, isHidden) => {
    const bytes = aRar({ "lease.txt": "The rent is due.", "größe.txt": "12 m²" }, isHidden);
    await expect(readBytes(bytes, "a.rar")).rejects.toMatchObject({ code: "ENCRYPTED" });
    await expect(readBytes(bytes, "a.rar", { password: "wrong" })).rejects.toMatchObject({
      code: "ENCRYPTED",
    });
    const { attachments, text } = await readBytes(bytes, "a.rar", { password });
    expect(attachments.map(({ fileName, size }) => [fileName, size])).toEqual([
      ["lease.txt", 16],
      ["größe.txt", 6],
    ]);
    expect(text).not.toContain("left out");
  });

  test("that is cut is read up to the cut", async () => {
    const bytes = aRar({ "lease.txt": "The rent is due.", "b.txt": "heat" }, false);
    const cut = bytes.subarray(0, bytes.length - 40);
    const { attachments } = await readBytes(cut, "a.rar", { password });
    expect(attachments.map(({ fileName }) => fileName)).toEqual(["lease.txt"]);
  });
});

/** A RAR whose files are stored and encrypted, and with `isHidden` the blocks about them too. */
function aRar(texts: Record<string, string>, isHidden: boolean): Buffer {
  const blocks: [block: Block, content: Buffer][] = [
    [aBlock(1, [0]), Buffer.alloc(0)],
    ...Object.entries(texts).map(([name, text]) => aFile(name, Buffer.from(text))),
    [aBlock(5, [0]), Buffer.alloc(0)],
  ];
  const encryption = aBlock(4, [0, 1, rounds, ...salt, ...check()]);
  return Buffer.concat([
    Buffer.from("Rar!\u001a\u0007\u0001\u0000", "latin1"),
    ...(isHidden ? [writtenBlock(encryption)] : []),
    ...blocks.flatMap(([block, content]) => [
      isHidden ? Buffer.concat([vector, encrypted(writtenBlock(block))]) : writtenBlock(block),
      content,
    ]),
  ]);
}

function aBlock(type: number, fields: number[], more: Partial<Block> = {}): Block {
  return { type, flags: 0, fields: Buffer.from(fields), extras: [], dataSize: 0, ...more };
}

/** The sum of an encrypted file is mixed with the password, so that it is wrong for the file itself. */
function aFile(name: string, text: Buffer): [Block, Buffer] {
  const content = encrypted(text);
  const written = Buffer.from(name);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(Buffer.concat([text, salt])));
  const fields = [4, text.length, 32, ...sum, 0, 0, written.length, ...written];
  const record = Buffer.from([0, 3, rounds, ...salt, ...vector, ...check()]);
  const extras = [{ type: 1, content: record }];
  return [aBlock(2, fields, { extras, dataSize: content.length }), content];
}

function encrypted(bytes: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-cbc", derived(2 ** rounds), vector);
  cipher.setAutoPadding(false);
  const filled = Buffer.alloc(Math.ceil(bytes.length / 16) * 16);
  bytes.copy(filled);
  return Buffer.concat([cipher.update(filled), cipher.final()]);
}

function derived(times: number): Buffer {
  return pbkdf2Sync(password, salt, times, 32, "sha256");
}

function check(): Buffer {
  const whole = derived(2 ** rounds + 32);
  const sum = Buffer.alloc(8);
  for (const [index, byte] of whole.entries()) sum[index % 8] = (sum[index % 8] ?? 0) ^ byte;
  return Buffer.concat([sum, createHash("sha256").update(sum).digest().subarray(0, 4)]);
}
