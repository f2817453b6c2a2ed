import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { ReadingError } from "@besunny/reading/contract/reading-error";
import type { Reader } from "@besunny/reading/pool/reader";
import { describe, expect, test } from "vitest";
import { aContext, inBackground, throughKey } from "../../test/contexts";
import { aRestrictedProject, runOf, uploadText } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { trashDocuments } from "../documents/trash-documents";
import { startRun } from "../processing/runs/start-run";
import { readDocument } from "../processing/stages/read-document";
import { getHtml } from "./get-html";
import { getPicture } from "./get-picture";

const gif = Buffer.from("GIF89a, a small one");
const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
const idOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** A reader that finds these pictures in every file, and draws as many as it is asked for. */
function aReaderOf(...pictures: Buffer[]) {
  let drawn = 0;
  const read: Reader["read"] = async ({ outputDirectory }) => {
    const builder = createDocumentBuilder({ format: "docx", mediaType: "x" });
    builder.add({ kind: "paragraph", text: "With pictures" });
    for (const bytes of pictures) {
      const id = idOf(bytes);
      const path = join(outputDirectory, `picture-${id}`);
      await writeFile(path, bytes);
      builder.pictures.push({ id, mediaType: "x", path, size: bytes.length, width: 9, height: 9 });
      builder.add({ kind: "figure", text: "", picture: { id } });
    }
    return builder.build();
  };
  const renderPage = async () => Buffer.from(`drawing ${++drawn}`);
  return { read, renderPage, drawn: () => drawn };
}

async function aReadDocument(ctx: WorkspaceContext, given: Parameters<typeof uploadText>[2] = {}) {
  const { document } = await uploadText(ctx, "any bytes", given);
  const run = await runOf(ctx, document.id);
  await startRun(inBackground(ctx), run);
  await readDocument(inBackground(ctx), run);
  return document.id;
}

describe("getPicture", () => {
  test("gives a picture that browsers show as it is, at the address that the text has", async () => {
    const ctx = await aContext({ reader: aReaderOf(gif) });
    const id = await aReadDocument(ctx);

    const { bytes, mediaType } = await getPicture(ctx, { id, picture: idOf(gif) });
    expect(Buffer.from(bytes)).toEqual(gif);
    expect(mediaType).toBe("image/gif");
    const { html } = await getHtml(ctx, { id });
    expect(html).toContain(`src="/api/v1/documents/${id}/pictures/${idOf(gif)}"`);
  });

  test("draws what could run something, once, and gives only the drawing", async () => {
    const reader = aReaderOf(svg);
    const ctx = await aContext({ reader });
    const id = await aReadDocument(ctx);
    const ask = () => getPicture(ctx, { id, picture: idOf(svg) });

    const [first, second] = [await ask(), await ask()];
    expect([first, second].map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      "drawing 1",
      "drawing 1",
    ]);
    expect(second.mediaType).toBe("image/png");
    expect(reader.drawn()).toBe(1);
  });

  test("says why a drawing cannot be shown", async () => {
    const refusal = new ReadingError(
      "UNSUPPORTED_TYPE",
      "It cannot be drawn.",
      "See the original.",
    );
    const ctx = await aContext({
      reader: { ...aReaderOf(svg), renderPage: () => Promise.reject(refusal) },
    });
    const id = await aReadDocument(ctx);

    await expect(getPicture(ctx, { id, picture: idOf(svg) })).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
      hint: "See the original.",
    });
  });

  test("keeps a picture when the document is read again, and knows no other", async () => {
    const ctx = await aContext({ reader: aReaderOf(gif) });
    const id = await aReadDocument(ctx);
    const run = await runOf(ctx, id);
    await readDocument(inBackground(ctx), run);

    expect(await ctx.files.list(`derived/${ctx.workspaceId}/${id}/pictures`)).toHaveLength(1);
    expect((await getPicture(ctx, { id, picture: idOf(gif) })).mediaType).toBe("image/gif");
    await expect(getPicture(ctx, { id, picture: idOf(svg) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is refused to a key that may not read, and finds nothing next door", async () => {
    const ctx = await aContext({ reader: aReaderOf(gif) });
    const id = await aReadDocument(ctx);
    const asked = { id, picture: idOf(gif) };

    await expect(getPicture(throughKey(ctx, ["write"]), asked)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(getPicture(await aContext({ role: "owner" }), asked)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("shows nothing to who is not in the restricted project of its document", async () => {
    const { project, insider, outsider } = await aRestrictedProject({ reader: aReaderOf(gif) });
    const id = await aReadDocument(insider, { projectIds: [project.id] });
    const asked = { id, picture: idOf(gif) };

    expect((await getPicture(insider, asked)).mediaType).toBe("image/gif");
    await expect(getPicture(outsider, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("goes with its document", async () => {
    const ctx = await aContext({ role: "owner", reader: aReaderOf(gif) });
    const id = await aReadDocument(ctx);
    await trashDocuments(ctx, { ids: [id] });
    await deleteDocuments(ctx, { ids: [id] });

    await expect(getPicture(ctx, { id, picture: idOf(gif) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
