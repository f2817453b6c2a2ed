import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { readFile } from "../src/child/read-file";
import { defaultLimits, type Limits } from "../src/contract/limits";

type Given = {
  password?: string;
  limits?: Partial<Limits>;
  keep?: (document: ParsedDocument) => Promise<void>;
};

/** Reads bytes as the child would, in this process. `keep` runs while attachments still exist. */
export async function readBytes(
  bytes: Uint8Array | string,
  fileName: string,
  given: Given = {},
): Promise<ParsedDocument> {
  const outputDirectory = await mkdtemp(join(tmpdir(), "reading-"));
  const path = join(outputDirectory, "source");
  try {
    await writeFile(path, bytes);
    const document = await readFile({
      path,
      fileName,
      outputDirectory,
      password: given.password,
      limits: { ...defaultLimits, ...given.limits },
      // A machine with LibreOffice or tesseract reads the same as one without.
      nativeTools: false,
      recognising: () => undefined,
    });
    await given.keep?.(document);
    return document;
  } finally {
    await rm(outputDirectory, { recursive: true });
  }
}

/** Kind and text of each block, for comparing at a glance. */
export function outlineOf({ blocks, text }: ParsedDocument): string[] {
  return blocks.map(({ kind, level, span }) => `${kind}${level ?? ""}: ${text.slice(...span)}`);
}
