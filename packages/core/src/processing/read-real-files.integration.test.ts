import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createReader } from "@besunny/reading/pool/reader";
import { afterAll, expect, test } from "vitest";

import { aContext, inBackground } from "../../test/contexts";
import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  process,
  runOf,
  uploadText,
  wordVectors,
} from "../../test/documents";
import { getContent } from "../content/get-content";
import { getReadingReport } from "../content/get-reading-report";
import type { WorkspaceContext } from "../context";
import { getDocument } from "../documents/get-document";
import { findPassages } from "../search/find-passages";
import { readDocument } from "./stages/read-document";

const { index, close } = await anIndex();
const reader = createReader({
  childEntry: fileURLToPath(import.meta.resolve("@besunny/reading/child/main")),
  concurrency: 1,
});
afterAll(() => Promise.all([close(), reader.close()]));

const ai = { ...wordVectors, understand: async () => anUnderstanding() };
const tools = { index, reader, ai };

async function aRead(ctx: WorkspaceContext, bytes: Buffer, fileName: string) {
  const { document } = await uploadText(ctx, bytes, { fileName });
  await process(ctx, document.id);
  return getDocument(ctx, { id: document.id });
}

const letterhead = [
  "Tannhaus Joinery Ltd",
  "Orchard Lane 4, Harwich",
  "VAT GB417263554",
  "IBAN GB29 NWBK 6016 1331 9268 19",
];
const references = ["Invoice number INV-2026-0417", "Customer number K-88213"];

/** A letter of two pages with its letterhead on both, as invoice programs write it. */
const letter = aPdfOf([
  [...letterhead, ...references, ...sentences("oak"), "Page 1 of 2"],
  [...letterhead, "Invoice number INV-2026-0417", ...sentences("beech"), "Page 2 of 2"],
]);

test("a letter is found by every word of its letterhead", async () => {
  const ctx = await aContext(tools);
  const letterDocument = await aRead(ctx, letter, "letter.pdf");
  await aReadyDocument(ctx, "The tenant pays the rent on the first Monday of the month.");
  expect(letterDocument).toMatchObject({ status: "ready", format: "pdf", pageCount: 2 });

  const asked = [...letterhead, ...references];
  const words = asked.flatMap((line) => line.match(/[\p{L}\p{N}-]+/gu) ?? []);
  const missed: string[] = [];
  for (const q of [...asked, ...words, "harpsichord"]) {
    const { items } = await findPassages(ctx, { q });
    const isFound = items.some(
      ({ document, why }) => document.id === letterDocument.id && why.lexical !== null,
    );
    if (!isFound) missed.push(q);
  }
  expect(missed).toEqual(["harpsichord"]);
});

test("a signed PDF is shown as the PDF inside and downloaded as it came, and its signature is told each time it is read", async () => {
  const ctx = await aContext(tools);
  const signed = aSignedFile(letter);
  const { id, format } = await aRead(ctx, signed, "letter.pdf.p7m");
  expect(format).toBe("pdf");

  const bytes = async (isShown: boolean) => {
    const { open, size, contentHash } = await getContent(ctx, { id, isShown });
    const content = await buffer(await open());
    expect(size).toBe(content.length);
    return { content, contentHash };
  };
  const [shown, downloaded] = [await bytes(true), await bytes(false)];
  expect(shown.content.equals(letter)).toBe(true);
  expect(downloaded.content.equals(signed)).toBe(true);
  expect(shown.contentHash).not.toBe(downloaded.contentHash);

  const isSigned = expect.stringMatching(/^The file is signed by/);
  expect((await getReadingReport(ctx, { id })).warnings).toContainEqual(isSigned);
  await readDocument(inBackground(ctx), await runOf(ctx, id));
  expect((await getReadingReport(ctx, { id })).warnings).toContainEqual(isSigned);
});

test("words that nobody can see are told of, with their page, and quoted", async () => {
  const ctx = await aContext(tools);
  const bytes = aPdfOf([[...sentences("ash"), ") Tj 3 Tr T* (Approved by nobody at all"]]);
  const { id } = await aRead(ctx, bytes, "hidden.pdf");

  const { warnings } = await getReadingReport(ctx, { id });
  expect(warnings).toContainEqual(expect.stringMatching(/Page 1 .*nobody can see.*Approved/));
});

/** Enough lines that a page has more than its letterhead. */
function sentences(wood: string): string[] {
  return Array.from(
    { length: 24 },
    (_, position) =>
      `Board ${position + 1} of ${wood} was planed, oiled and delivered to the mill.`,
  );
}

/** A PDF by hand with one line of text below the other on each page. */
function aPdfOf(pages: string[][]): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((lines, at) => {
      const content = `BT /F1 11 Tf 16 TL 60 780 Td ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let text = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    "latin1",
  );
}

/** A CMS message (.p7m) around the content, signed by nobody. */
function aSignedFile(content: Buffer): Buffer {
  const tlv = (tag: number, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const length = Buffer.alloc(5, 0x84);
    length.writeUInt32BE(body.length, 1);
    return Buffer.concat([Buffer.from([tag]), length, body]);
  };
  const id = (last: number) => Buffer.from(`06092a864886f70d01070${last}`, "hex");
  const data = tlv(0x30, id(1), tlv(0xa0, tlv(0x04, content)));
  const version = Buffer.from("020101", "hex");
  return tlv(0x30, id(2), tlv(0xa0, tlv(0x30, version, tlv(0x31), data, tlv(0x31))));
}
