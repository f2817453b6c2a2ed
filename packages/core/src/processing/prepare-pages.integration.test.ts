import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { expect, test } from "vitest";
import { aContext, inBackground } from "../../test/contexts";
import { aReader, runOf, uploadText } from "../../test/documents";
import { findOnPages } from "../content/find-on-pages";
import { preparePages } from "./prepare-pages";
import { startRun } from "./runs/start-run";
import { readDocument } from "./stages/read-document";

async function aReadDocument(format: "docx" | "text", print: () => Promise<Print>) {
  const builder = createDocumentBuilder({ format, mediaType: "x" });
  builder.startPage({ kind: "flow", width: 100, height: 100 });
  builder.add({ kind: "paragraph", text: "Rent", words: [[0, 4, 10, 10, 20, 10]] });
  let reads = 0;
  const { read } = aReader(builder.build());
  const counted = async (...given: Parameters<typeof read>) => {
    reads += 1;
    return read(...given);
  };
  const base = await aContext();
  const ctx = { ...base, reader: { ...base.reader, read: counted, print } };
  const { document } = await uploadText(ctx, crypto.randomUUID());
  const run = await runOf(ctx, document.id);
  await startRun(inBackground(ctx), run);
  await readDocument(inBackground(ctx), run);
  return { ctx, id: document.id, reads: () => reads };
}

type Print = { pdf: Uint8Array; pages: number } | null;

test("an Office document is printed and its words are placed, once however often it runs", async () => {
  let prints = 0;
  const { ctx, id, reads } = await aReadDocument("docx", async () => {
    prints += 1;
    return { pdf: Buffer.from("%PDF"), pages: 2 };
  });
  const prepare = () =>
    preparePages(inBackground(ctx, undefined, "prepare-pages"), { documentId: id });
  expect(await prepare()).toEqual({ pages: 2 });
  expect(await prepare()).toEqual({ pages: 2 });
  expect([prints, reads()]).toEqual([1, 2]);
  expect((await findOnPages(ctx, { id, spans: [[0, 4]] })).places[0]?.[0]?.page).toBe(1);
});

test("nothing is printed of other documents, or without LibreOffice", async () => {
  const fail = () => Promise.reject(new Error("printed"));
  const text = await aReadDocument("text", fail);
  expect(
    await preparePages(inBackground(text.ctx, undefined, "prepare-pages"), { documentId: text.id }),
  ).toEqual({ pages: 0 });
  const none = await aReadDocument("docx", async () => null);
  expect(
    await preparePages(inBackground(none.ctx, undefined, "prepare-pages"), { documentId: none.id }),
  ).toEqual({ pages: 0 });
});

test("is refused to people, and finds nothing next door", async () => {
  const { ctx, id } = await aReadDocument("docx", async () => null);
  await expect(preparePages(ctx, { documentId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const nextDoor = inBackground(await aContext(), undefined, "prepare-pages");
  await expect(preparePages(nextDoor, { documentId: id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
