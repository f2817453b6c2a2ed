import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBytes } from "../../../../test/read-bytes";

/** No program but Outlook writes such files, so the test reads those that the library ships. */
const samples = join(
  createRequire(import.meta.url).resolve("pst-extractor/package.json"),
  "../example/testdata",
);

describe("a mailbox of Outlook", { timeout: 60_000 }, () => {
  test("has a page for each message, with people, date and attachments, under its folders", async () => {
    const document = await readBytes(await readFile(join(samples, "enron.pst")), "a.pst");
    expect(document.format).toBe("pst");
    expect(document.warnings).toEqual([]);
    const page = document.pages.find(({ label }) => label?.startsWith("Power Mart '01"));
    const text = document.text.slice(...(page?.span ?? [0, 0]));
    expect(text).toContain("From: Mailbox - Ftenergy1 <ftenergy1@FTENERGY.COM>");
    expect(text).toContain("Date: 2001-08-23T22:49:51.000Z");
    expect(text).toContain("Former Chairman, Securities and Exchange Commission");
    expect(document.attachments.map(({ fileName }) => fileName)).toContain("TWEOL.pdf");
    const folders = document.outline.filter(({ title }) => /^(Top of|Inbox|TW)/.test(title));
    expect(folders.length).toBeGreaterThan(0);
    for (const { title, level, page: number } of document.outline)
      if (title === page?.label)
        expect([level, number]).toEqual([expect.any(Number), page?.number]);
  });

  test("is read up to a limit, and says so", async () => {
    const bytes = await readFile(join(samples, "enron.pst"));
    const document = await readBytes(bytes, "a.pst", { limits: { pages: 3 } });
    expect(document.pages.length).toBe(3);
    expect(document.warnings).toEqual(["Only the first 3 messages were read."]);
  });

  test("that is damaged or of an unknown kind says so", async () => {
    const bytes = await readFile(join(samples, "enron.pst"));
    await expect(readBytes(bytes.subarray(0, 4_000), "a.pst")).rejects.toMatchObject({
      code: "CORRUPT",
    });
    const other = Buffer.from(bytes.subarray(0, 4_000));
    other[10] = 99;
    await expect(readBytes(other, "a.pst")).rejects.toMatchObject({ code: "UNSUPPORTED_TYPE" });
  });
});
