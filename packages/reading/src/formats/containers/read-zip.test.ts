import { gzipSync } from "node:zlib";
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { strToU8, zipSync } from "fflate";
import { packTar } from "modern-tar";
import { describe, expect, test } from "vitest";
import { tarFile } from "../../../test/a-tar";
import { readBytes } from "../../../test/read-bytes";

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe("an archive", () => {
  test("is a folder: its documents become attachments, what is left out is said", async () => {
    const document = await readBytes(
      zip({
        "2026/contract.txt": "rent",
        "__MACOSX/2026/._contract.txt": "x",
        ".hidden/a.txt": "x",
        "setup.exe": "MZ",
        "inner.zip": "PK",
        "mail/winmail.dat": "x",
        "program/records.dat": "x",
        "empty.txt": "",
      }),
      "a.zip",
    );
    expect(document.format).toBe("zip");
    expect(document.attachments.map(({ fileName }) => fileName)).toEqual([
      "contract.txt",
      "inner.zip",
      "winmail.dat",
    ]);
    const rows = document.blocks.find(({ cells }) => cells)?.cells ?? [];
    const noteOf = (name: string) => {
      const row = rows.find(({ text }) => text === name)?.row;
      return rows.find((cell) => cell.row === row && cell.column === 2)?.text;
    };
    expect(noteOf("2026/contract.txt")).toBe("");
    expect(noteOf("setup.exe")).toMatch(/program/);
    expect(noteOf("program/records.dat")).toMatch(/program/);
    expect(noteOf(".hidden/a.txt")).toMatch(/hidden/);
    expect(noteOf("empty.txt")).toMatch(/empty/);
  });

  test("chooses no place on our disk by the names in it", async () => {
    await readBytes(
      zip({ "../../escape.txt": "x", "/etc/passwd": "y", "a/\u0000b.txt": "z" }),
      "a.zip",
      {
        keep: async ({ attachments }) => {
          expect(attachments.map(({ path }) => /\/attachment-\d$/.test(path))).toEqual([
            true,
            true,
            true,
          ]);
          expect(attachments.map(({ fileName }) => fileName)).toEqual([
            "escape.txt",
            "passwd",
            expect.stringMatching(/b\.txt$/),
          ]);
        },
      },
    );
  });

  test("that would unpack to far too much is refused", async () => {
    const bomb = zipSync({ "a.txt": new Uint8Array(30_000_000) });
    await expect(readBytes(bomb, "a.zip")).rejects.toMatchObject({ code: "TOO_LARGE" });
    const packed = gzipSync(Buffer.alloc(30_000_000));
    await expect(readBytes(packed, "a.gz")).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  test("without a document in it is refused", async () => {
    await expect(readBytes(zip({ "a.exe": "MZ" }), "a.zip")).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
    });
  });

  test("may be a tar, packed or not, or one packed file", async () => {
    const tar = await packTar([{ header: { name: "docs/a.txt", size: 4 }, body: "rent" }]);
    for (const bytes of [tar, gzipSync(tar)]) {
      const { attachments } = await readBytes(bytes, "a.tgz");
      expect(attachments.map(({ fileName }) => fileName)).toEqual(["a.txt"]);
    }
    const { attachments } = await readBytes(gzipSync("rent"), "letter.txt.gz");
    expect(attachments.map(({ fileName, size }) => [fileName, size])).toEqual([["letter.txt", 4]]);
  });

  test("shows the whole path of long names in a tar, as every kind of tar writes it", async () => {
    const folder = "very-long-folder-name/".repeat(6);
    const long = `${folder}${"x".repeat(120)}-größe.txt`;
    const split = `${folder}lease.txt`;
    const tar = await packTar(
      [long, split].map((name) => ({ header: { name, size: 4 }, body: "rent" })),
    );
    const gnu = Buffer.concat([
      tarFile("././@LongLink", Buffer.from(`${long}\0`), { type: "L" }),
      tarFile("short", Buffer.from("rent")),
      tarFile("lease.txt", Buffer.from("rent"), { prefix: folder.slice(0, -1) }),
      Buffer.alloc(1_024),
    ]);
    for (const bytes of [tar, gnu]) {
      const { text } = await readBytes(bytes, "a.tar");
      expect(text).toContain(long);
      expect(text).toContain(split);
    }
  });

  test("that is a tar cut short gives the files before the cut", async () => {
    const tar = Buffer.concat([
      tarFile("a.txt", Buffer.from("rent")),
      tarFile("b.txt", Buffer.alloc(4_000, "b")).subarray(0, 1_000),
    ]);
    const { attachments } = await readBytes(tar, "a.tar");
    expect(attachments[0]?.fileName).toBe("a.txt");
  });

  test("reads its open files, and names those that a password protects", async () => {
    const writer = new ZipWriter(new Uint8ArrayWriter());
    await writer.add("open.txt", new TextReader("rent"));
    await writer.add("closed.txt", new TextReader("heat"), { password: "sesame" });
    const bytes = await writer.close();
    const { attachments, warnings, isPartlyLocked } = await readBytes(bytes, "a.zip");
    expect(isPartlyLocked).toBe(true);
    expect(attachments.map(({ fileName }) => fileName)).toEqual(["open.txt"]);
    expect(warnings).toEqual([
      expect.stringMatching(/password.*: closed\.txt\. Give the password/),
    ]);

    const opened = await readBytes(bytes, "a.zip", { password: "sesame" });
    expect(opened.attachments.map(({ fileName }) => fileName)).toEqual(["open.txt", "closed.txt"]);
    expect(opened.warnings).toEqual([]);
    expect(opened).not.toHaveProperty("isPartlyLocked");
  });

  test("whose files are all protected asks for the password", async () => {
    const writer = new ZipWriter(new Uint8ArrayWriter(), { password: "sesame" });
    await writer.add("lease.txt", new TextReader("rent"));
    await expect(readBytes(await writer.close(), "a.zip")).rejects.toMatchObject({
      code: "ENCRYPTED",
      remedy: expect.stringContaining("password"),
    });
  });
});
