import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aDeck } from "../../test/a-deck";
import { aPdf } from "../../test/a-pdf";
import { aDocx, aParagraph } from "../../test/office-files";
import { defaultLimits } from "../contract/limits";
import { printFile } from "./print-file";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "print-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** Puts a program before LibreOffice on the path that prints every file as this PDF and notes with which filter. */
async function printingAs(pdf: Uint8Array) {
  await writeFile(join(folder, "print.pdf"), pdf);
  const program = join(folder, "soffice");
  const script = `#!/usr/bin/env node
const { copyFileSync, writeFileSync } = require("node:fs");
const after = (name) => process.argv[process.argv.indexOf(name) + 1];
copyFileSync(${JSON.stringify(join(folder, "print.pdf"))}, after("--outdir") + "/source.pdf");
writeFileSync(${JSON.stringify(join(folder, "filter"))}, after("--convert-to"));
`;
  await writeFile(program, script);
  await chmod(program, 0o755);
  vi.stubEnv("PATH", [folder, process.env.PATH].join(delimiter));
}

async function print(bytes: Uint8Array, fileName: string, nativeTools = true) {
  const path = join(folder, "source");
  await writeFile(path, bytes);
  return printFile({ path, fileName, limits: defaultLimits, nativeTools });
}

const twoPages = await aPdf((pdf) => void pdf.text("One").addPage().text("Two"));
const isWindows = process.platform === "win32";

test.skipIf(isWindows)("an Office text is printed with the number of its pages", async () => {
  await printingAs(twoPages);
  const { pdf, pages } = await print(aDocx(aParagraph("Words")), "a.docx");

  expect(pages).toBe(2);
  expect(Buffer.from(pdf)).toEqual(Buffer.from(twoPages));
});

test.skipIf(isWindows)(
  "slides are printed with those that are hidden, so that none is missing",
  async () => {
    await printingAs(twoPages);
    await print(aDeck({ slides: ["", ""] }), "a.pptx");

    expect(await readFile(join(folder, "filter"), "utf8")).toContain("ExportHiddenSlides");
  },
);

test.skipIf(isWindows)(
  "a file of another kind is not printed, nor anything without installed programs",
  async () => {
    await printingAs(twoPages);

    await expect(print(Buffer.from("plain text"), "a.txt")).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
    });
    await expect(print(aDocx(aParagraph("Words")), "a.docx", false)).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
    });
  },
);

test.skipIf(isWindows)("a print that is no PDF is refused", async () => {
  await printingAs(Buffer.from("no PDF at all"));

  await expect(print(aDocx(aParagraph("Words")), "a.docx")).rejects.toMatchObject({
    code: "CORRUPT",
  });
});
