import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { indexScope } from "@besunny/ai/index/index-scope";
import type { Change } from "@besunny/db/changes";
import { ReadingError } from "@besunny/reading/contract/reading-error";
import type { Reader } from "@besunny/reading/pool/reader";
import { afterAll, describe, expect, test } from "vitest";

import { aContext, announced, inBackground } from "../../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  process,
  runOf,
  uploadText,
  wordVectors,
} from "../../../test/documents";
import { getHtml } from "../../content/get-html";
import { getPage } from "../../content/get-page";
import { getReadingReport } from "../../content/get-reading-report";
import { getText } from "../../content/get-text";
import { correctType } from "../../documents/correct-type";
import { getDocument } from "../../documents/get-document";
import { cancelDocuments } from "../cancel-documents";
import { getTimeline } from "../runs/get-timeline";
import { startRun } from "../runs/start-run";
import { indexDocument } from "./index-document";
import { processStage } from "./process-stage";
import { readDocument } from "./read-document";
import { understandDocument } from "./understand-document";

const { index, close } = await anIndex();
afterAll(close);

const model = aModel("Lease of the mill.", "The rent is due on Monday.");
const understanding = anUnderstanding({
  facts: [
    { name: "due", value: "Monday", confidence: 0.9, evidence: [[36, 44]] },
    { name: "nowhere", value: "?", confidence: 0.9, evidence: [[9000, 9010]] },
  ],
});
const tools = {
  reader: { read: async () => model },
  ai: { ...wordVectors, understand: async () => understanding },
  index,
};

async function anUploaded(given: Parameters<typeof aContext>[0] = tools) {
  const ctx = await aContext(given);
  const { document } = await uploadText(ctx, "any bytes");
  const run = await runOf(ctx, document.id);
  await startRun(inBackground(ctx), run);
  return { ctx, background: inBackground(ctx), id: document.id, run };
}

describe("processing", () => {
  test("leaves a document whose type is not known for review, found and cited until a person says it", async () => {
    const unsure = anUnderstanding({
      type: { name: null, confidence: null, candidates: [], evidence: [] },
    });
    const { ctx, id } = await anUploaded({
      ...tools,
      ai: { ...tools.ai, understand: async () => unsure },
    });

    await process(ctx, id);

    expect(await getDocument(ctx, { id })).toMatchObject({
      status: "needs_review",
      stage: "indexed",
    });
    expect(await index.count(indexScope(ctx.workspaceId, ["all"]), { documentIds: [id] })).toBe(1);
    expect(await correctType(ctx, { id, type: "invoice" })).toMatchObject({ status: "ready" });
  });

  test("takes a document to ready: read, understood with evidence, searchable, each stage told", async () => {
    const { ctx, id } = await anUploaded();

    await process(ctx, id);

    const document = await getDocument(ctx, { id });
    expect(document).toMatchObject({
      status: "ready",
      stage: "indexed",
      type: "contract",
      language: "en",
      pageCount: 1,
      format: "text",
      result: {
        type: { name: "contract", evidence: [{ quote: "Lease", span: [0, 5], isProven: true }] },
        facts: [
          { name: "due", evidence: [{ span: [36, 44] }] },
          { name: "nowhere", evidence: [] },
        ],
      },
    });
    expect(document.result?.facts[0]?.evidence[0]?.quote).toBe(model.text.slice(36, 44));
    expect((await getTimeline(ctx, { id })).runs).toMatchObject([
      {
        state: "finished",
        stages: [
          { name: "read", state: "finished" },
          { name: "understood", state: "finished" },
          { name: "indexed", state: "finished" },
        ],
      },
    ]);
    expect((await announced(ctx)).map(({ name }) => name)).toEqual([
      "document/uploaded",
      "document/ready",
    ]);
  });

  test("every flow run twice leaves one reading, one result, one set of passages", async () => {
    const { ctx, background, id, run } = await anUploaded();
    const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };

    for (const step of [readDocument, understandDocument, indexDocument]) {
      await step(background, run);
      await step(background, run);
    }

    const held = await ctx.db.read(scope, async (repositories) => ({
      pages: await repositories.pageTexts.list(id),
      results: await repositories.classificationResults.list(id),
      passages: await repositories.passages.list(id),
    }));
    expect(held.pages).toHaveLength(1);
    expect(held.results).toHaveLength(1);
    expect(held.passages).toMatchObject([{ number: 0, text: model.text }]);
    const ready = (await announced(ctx)).filter(({ name }) => name === "document/ready");
    expect(ready).toHaveLength(1);
  });

  test("a stage run again after the run has ended does nothing", async () => {
    const { ctx, background, id, run } = await anUploaded();
    await process(ctx, id);
    const before = await getDocument(ctx, { id });

    expect(await processStage(background, { ...run, stage: "read" })).toEqual({
      outcome: "stopped",
    });

    expect(await getDocument(ctx, { id })).toEqual(before);
  });

  test("attachments become documents of their own, once, though the mail is read twice", async () => {
    const reader: Pick<Reader, "read"> = {
      async read({ outputDirectory }) {
        await mkdir(outputDirectory, { recursive: true });
        const path = join(outputDirectory, "offer");
        await writeFile(path, "An offer");
        const attachments = [{ fileName: "offer.txt", mediaType: "text/plain", path, size: 8 }];
        return { ...model, attachments };
      },
    };
    const { ctx, background, id, run } = await anUploaded({ ...tools, reader });

    await readDocument(background, run);
    await readDocument(background, run);

    expect((await getDocument(ctx, { id })).attachments).toMatchObject([
      { fileName: "offer.txt", source: "attachment", status: "pending" },
    ]);
    expect((await getDocument(ctx, { id })).attachments).toHaveLength(1);
  });

  test("what would fail again ends the document with the reason and what to do", async () => {
    const read = () =>
      Promise.reject(new ReadingError("ENCRYPTED", "It has a password.", "Remove the password."));
    const { ctx, background, id, run } = await anUploaded({ ...tools, reader: { read } });

    expect(await processStage(background, { ...run, stage: "read" })).toEqual({
      outcome: "failed",
      code: "ENCRYPTED",
      message: "It has a password.",
    });

    expect(await getTimeline(ctx, { id })).toMatchObject({
      document: {
        status: "failed",
        error: {
          code: "ENCRYPTED",
          message: "It has a password.",
          remedy: "Remove the password.",
        },
      },
      runs: [{ state: "failed", stages: [{ state: "failed", error: { code: "ENCRYPTED" } }] }],
    });
  });

  test("what may go better next time is thrown, to be tried again, and then goes on", async () => {
    let isBroken = true;
    const read = async () => {
      if (isBroken) throw new Error("socket hang up");
      return model;
    };
    const { ctx, background, id, run } = await anUploaded({ ...tools, reader: { read } });

    await expect(processStage(background, { ...run, stage: "read" })).rejects.toThrow(
      "socket hang up",
    );
    expect((await getDocument(ctx, { id })).status).toBe("processing");
    isBroken = false;
    expect(await processStage(background, { ...run, stage: "read" })).toEqual({ outcome: "done" });

    expect((await getTimeline(ctx, { id })).runs[0]?.stages).toMatchObject([
      { name: "read", state: "finished", attempt: 2, error: null },
    ]);
  });

  test("cancelling stops the reader within its work, and the document stays cancelled", async () => {
    let changed: ((change: Change) => void) | undefined;
    const begun = Promise.withResolvers<void>();
    const reader: Pick<Reader, "read"> = {
      read: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
          begun.resolve();
        }),
    };
    const { ctx, background, id, run } = await anUploaded({
      ...tools,
      reader,
      changes: {
        onChange: (_workspace, listener) => {
          changed = listener;
          return () => undefined;
        },
      },
    });

    const working = processStage(background, { ...run, stage: "read" });
    await begun.promise;
    await cancelDocuments(ctx, { ids: [id] });
    changed?.({ workspaceId: ctx.workspaceId, documents: [{ id, seq: 1 }], lostBy: [] });

    expect(await working).toEqual({ outcome: "stopped" });
    expect(await getTimeline(ctx, { id })).toMatchObject({
      document: { status: "cancelled", stage: "uploaded", error: null },
      runs: [{ state: "cancelled", stages: [{ name: "read", state: "cancelled" }] }],
    });
  });

  test("is for background functions alone", async () => {
    const { run } = await anUploaded();
    const owner = await aContext({ role: "owner" });

    for (const step of [readDocument, understandDocument, indexDocument])
      await expect(step(owner, run)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(processStage(owner, { ...run, stage: "read" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("does nothing next door", async () => {
    const { ctx, id, run } = await anUploaded();
    const neighbour = inBackground(await aContext(tools));

    expect(await processStage(neighbour, { ...run, stage: "read" })).toEqual({
      outcome: "stopped",
    });
    for (const step of [readDocument, understandDocument, indexDocument])
      await expect(step(neighbour, run)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getTimeline(ctx, { id })).runs[0]?.stages).toEqual([]);
  });
});

describe("what was read", () => {
  test("is given as pages, HTML, text and Markdown to those who may see the document", async () => {
    const { ctx, background, id, run } = await anUploaded();
    await expect(getText(ctx, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    await readDocument(background, run);

    expect(await getText(ctx, { id })).toMatchObject({ text: model.text });
    expect((await getText(ctx, { id, format: "markdown" })).text).toContain("rent");
    expect((await getHtml(ctx, { id })).html).toContain("The rent is due");
    expect(await getPage(ctx, { id, page: 1 })).toMatchObject({ pageCount: 1, text: model.text });
    await expect(getPage(ctx, { id, page: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });

    expect(await getReadingReport(ctx, { id })).toMatchObject({ warnings: [], poorPages: [] });

    const neighbour = await aContext({ role: "owner" });
    for (const look of [getText, getHtml, getReadingReport])
      await expect(look(neighbour, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getPage(neighbour, { id, page: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
