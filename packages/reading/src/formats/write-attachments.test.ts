import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { expect, test } from "vitest";
import { defaultLimits } from "../contract/limits";
import type { ReaderInput } from "../contract/reader-input";
import { writeAttachments } from "./write-attachments";

test("attachments that are too large together are left out, and said", async () => {
  const outputDirectory = await mkdtemp(join(tmpdir(), "reading-"));
  const source: ReaderInput = {
    bytes: Buffer.alloc(0),
    fileName: "a.eml",
    format: "eml",
    mediaType: "message/rfc822",
    outputDirectory,
    limits: { ...defaultLimits, archiveBytes: 25 },
    recognising: () => undefined,
  };
  const builder = createDocumentBuilder(source);
  const part = (fileName: string, size: number) => ({
    fileName,
    mediaType: "text/plain",
    bytes: Buffer.alloc(size, "a"),
    isInline: false,
  });
  await writeAttachments(
    builder,
    [part("a", 10), part("b", 20), part("c", 10), part("d", 10)],
    source,
  );

  expect(builder.attachments.map(({ fileName }) => fileName)).toEqual(["a", "c"]);
  expect(builder.warnings).toEqual([expect.stringMatching(/together they are too large/)]);
  expect(await readdir(outputDirectory)).toHaveLength(2);
  await rm(outputDirectory, { recursive: true });
});
