import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { type ZipEntry, type ZipFile, zipDirectory, zipSegment } from "./zip-segment";

const at = new Date("2026-12-01T10:20:30.000Z");

function aFile(path: string, text: string, isDeflated = true): ZipFile {
  return {
    path,
    isDeflated,
    modifiedAt: at,
    async *open() {
      yield Buffer.from(text.slice(0, 3));
      yield Buffer.from(text.slice(3));
    },
  };
}

async function anArchive(
  ...segments: ZipFile[][]
): Promise<{ bytes: Buffer; entries: ZipEntry[] }> {
  const parts: Buffer[] = [];
  const entries: ZipEntry[] = [];
  let before = 0;
  for (const files of segments) {
    const written: ZipEntry[] = [];
    const part = await buffer(zipSegment(files, written));
    entries.push(...written.map((entry) => ({ ...entry, at: entry.at + before })));
    parts.push(part);
    before += part.length;
  }
  return { bytes: Buffer.concat([...parts, zipDirectory(entries, before)]), entries };
}

test("segments that were made apart are one archive, which Python reads and finds whole", async () => {
  const { bytes, entries } = await anArchive(
    [aFile("data/a.jsonl", "one\n".repeat(5000)), aFile("originals/ä ö.txt", "ümlaut", false)],
    [],
    [aFile("empty.txt", "")],
  );
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  try {
    writeFileSync(join(folder, "a.zip"), bytes);
    const script =
      "import sys,zipfile,json,hashlib\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps([[i.filename,i.file_size,i.date_time,hashlib.sha256(z.read(i)).hexdigest()] for i in z.infolist()]))";
    const read: unknown = JSON.parse(
      execFileSync("python3", ["-c", script, join(folder, "a.zip")], { encoding: "utf8" }),
    );
    expect(read).toEqual(
      entries.map(({ path, size, sha256 }) => [path, size, [2026, 12, 1, 10, 20, 30], sha256]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(entries.map(({ path }) => path)).toEqual([
    "data/a.jsonl",
    "originals/ä ö.txt",
    "empty.txt",
  ]);
  expect(entries[0]?.packed).toBeLessThan(1000);
  expect(entries[1]?.sha256).toBe(createHash("sha256").update("ümlaut").digest("hex"));
});
