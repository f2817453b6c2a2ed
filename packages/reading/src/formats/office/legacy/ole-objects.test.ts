import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { find, read, utils, write } from "cfb";
import { expect, test } from "vitest";
import { defaultLimits } from "../../../contract/limits";
import type { ReaderInput } from "../../../contract/reader-input";
import { keepOleObjects } from "./ole-objects";

test("documents embedded in an old Office file become attachments; equations and controls do not", async () => {
  const container = utils.cfb_new();
  const streams = {
    "/Workbook": "the sheet",
    "/MBD0001/WordDocument": "a letter",
    "/MBD0001/1Table": "its table",
    "/MBD0002/PowerPoint Document": "slides",
    "/ObjectPool/_123/Workbook": "figures",
    "/ObjectPool/_124/Equation Native": "x",
    "/ObjectPool/_125/CONTENTS": "a control",
    "/ObjectPool/_125/\u0003OCXNAME": "Button1",
  };
  for (const [path, content] of Object.entries(streams))
    utils.cfb_add(container, path, Buffer.from(content));
  const outputDirectory = await mkdtemp(join(tmpdir(), "ole-"));
  const source: ReaderInput = {
    bytes: Buffer.from(Uint8Array.from(write(container, { type: "buffer" }))),
    fileName: "a.xls",
    format: "xls",
    mediaType: "",
    outputDirectory,
    limits: defaultLimits,
    recognising: () => undefined,
    nativeTools: false,
  };
  try {
    const builder = createDocumentBuilder(source);
    await keepOleObjects(builder, source);
    const names = builder.attachments.map(({ fileName }) => fileName).sort();
    expect(names).toEqual(["excel.xls", "powerpoint.ppt", "word.doc"]);
    const letter = builder.attachments.find(({ fileName }) => fileName === "word.doc");
    const kept = read(await readFile(letter?.path ?? ""), { type: "buffer" });
    expect(find(kept, "/1Table")?.content.toString()).toBe("its table");
    expect(find(kept, "/Workbook")).toBeNull();
  } finally {
    await rm(outputDirectory, { recursive: true });
  }
});
