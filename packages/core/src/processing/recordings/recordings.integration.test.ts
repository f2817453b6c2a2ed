import { TranscriptionFailed } from "@besunny/ai/speech/transcriber";
import { describe, expect, test } from "vitest";

import { aContext, inBackground } from "../../../test/contexts";
import { anUnderstanding, runOf, uploadText, wordVectors } from "../../../test/documents";
import { aCutter, aListener, aSentence } from "../../../test/recordings";
import { getText } from "../../content/get-text";
import type { WorkspaceContext } from "../../context";
import { getDocument } from "../../documents/get-document";
import { uploadVersion } from "../../documents/versions/upload-version";
import { cancelDocuments } from "../cancel-documents";
import { stageNames } from "../contract";
import { retryDocuments } from "../retry-documents";
import { getStatus } from "../runs/get-status";
import { getTimeline } from "../runs/get-timeline";
import { startRun } from "../runs/start-run";
import { processStage } from "../stages/process-stage";
import { transcribePiece } from "./transcribe-piece";

const PIECES = 3;

async function aWeekly(listener = aListener(), count = PIECES) {
  const ctx = await aContext({
    reader: aCutter(count),
    transcriber: listener.transcriber,
    ai: { ...wordVectors, understand: async () => anUnderstanding() },
    index: { replaceDocument: async () => undefined },
  });
  const { document } = await uploadText(ctx, "sound", { fileName: "weekly.mp3" });
  return { ctx, id: document.id, listener };
}

/** Begins the newest run of a document and reads it as far as one call goes. */
async function begin(ctx: WorkspaceContext, id: string) {
  const background = inBackground(ctx);
  const run = await runOf(ctx, id);
  await startRun(background, run);
  const read = () => processStage(background, { ...run, stage: "read" });
  const hear = (piece: number) => transcribePiece(background, { ...run, piece });
  return { background, run, read, hear, begun: await read() };
}

async function throughAll(ctx: WorkspaceContext, id: string) {
  const { background, run, read, hear } = await begin(ctx, id);
  for (let piece = 1; piece <= PIECES; piece += 1) await hear(piece);
  await read();
  for (const stage of stageNames.slice(1)) await processStage(background, { ...run, stage });
}

describe("a recording", () => {
  test("becomes a transcript with speakers and the time of each sentence, and its progress is seen", async () => {
    const { ctx, id, listener } = await aWeekly();
    const { begun, background, run, read, hear } = await begin(ctx, id);

    expect(begun).toEqual({ outcome: "pieces", pieces: 3 });
    expect(await getDocument(ctx, { id })).toMatchObject({ transcription: { done: 0, total: 3 } });
    await hear(1);
    expect(await getStatus(ctx, { id })).toMatchObject({
      transcription: { done: 1, total: 3 },
      etaSeconds: null,
    });
    expect(await getTimeline(ctx, { id })).toMatchObject({
      now: { kind: "working", stage: "read", attempt: 1, transcription: { done: 1, total: 3 } },
    });
    await hear(2);
    await hear(3);
    expect(await read()).toEqual({ outcome: "done" });
    for (const stage of stageNames.slice(1)) await processStage(background, { ...run, stage });

    expect(await getDocument(ctx, { id })).toMatchObject({
      status: "ready",
      format: "mp3",
      mediaType: "audio/mpeg",
      transcription: null,
    });
    expect((await getText(ctx, { id })).text).toBe(
      [1, 2, 3]
        .map((piece) => `Speaker A, part ${piece}: The rent of mill ${piece} is due.`)
        .join("\n\n"),
    );
    expect(listener.sent).toEqual([1, 2, 3]);
  });

  test("a piece that was heard is not sent again, by another try or by another run", async () => {
    const { ctx, id, listener } = await aWeekly();
    const { hear } = await begin(ctx, id);
    await hear(1);
    await hear(1);
    listener.hear = () => {
      throw new TranscriptionFailed("NO_TRANSCRIPTION", "The server refuses the key.", "Set it.");
    };
    expect(await hear(2)).toMatchObject({ outcome: "failed", code: "NO_TRANSCRIPTION" });
    expect(await getDocument(ctx, { id })).toMatchObject({
      status: "failed",
      error: { message: "The server refuses the key.", remedy: "Set it." },
    });

    listener.hear = (piece) => aSentence(piece);
    await retryDocuments(ctx, { ids: [id] });
    expect(await getDocument(ctx, { id })).toMatchObject({ transcription: null });
    await throughAll(ctx, id);

    expect(listener.sent).toEqual([1, 2, 2, 3]);
    expect(await getDocument(ctx, { id })).toMatchObject({ status: "ready", error: null });
  });

  test("a server that is away is tried again, and the try is counted", async () => {
    const { ctx, id, listener } = await aWeekly();
    const { hear, read } = await begin(ctx, id);
    listener.hear = () => {
      throw new TranscriptionFailed("PROVIDER_UNAVAILABLE", "It does not answer.", "Wait.");
    };
    await expect(hear(1)).rejects.toThrow("It does not answer.");
    expect(await getDocument(ctx, { id })).toMatchObject({ status: "processing" });

    listener.hear = (piece) => aSentence(piece);
    for (const piece of [1, 2, 3]) await hear(piece);
    expect(await read()).toEqual({ outcome: "done" });
    const [run] = (await getTimeline(ctx, { id })).runs;
    expect(run?.stages).toMatchObject([{ name: "read", state: "finished", attempt: 2 }]);
  });

  test("a budget that is used up fails it with what to do, and another try goes on", async () => {
    const { ctx, id, listener } = await aWeekly();
    listener.hear = () => {
      throw new TranscriptionFailed("QUOTA_EXCEEDED", "The budget is used up.", "Raise it.");
    };
    const { hear } = await begin(ctx, id);
    expect(await hear(1)).toMatchObject({ outcome: "failed", code: "QUOTA_EXCEEDED" });
    listener.hear = (piece) => aSentence(piece);
    await retryDocuments(ctx, { ids: [id] });
    await throughAll(ctx, id);
    expect(await getDocument(ctx, { id })).toMatchObject({ status: "ready" });
  });

  test("cancelling stops the piece that is on its way, and nothing more is sent", async () => {
    const listener = aListener(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
        }),
    );
    const { ctx, id } = await aWeekly(listener);
    const { hear, read } = await begin(ctx, id);
    const heard = hear(1);
    while (listener.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    await cancelDocuments(ctx, { ids: [id] });

    expect(await heard).toEqual({ outcome: "stopped" });
    expect(await hear(2)).toEqual({ outcome: "stopped" });
    expect(await read()).toEqual({ outcome: "stopped" });
    expect(listener.sent).toEqual([1]);
    expect(await getDocument(ctx, { id })).toMatchObject({
      status: "cancelled",
      transcription: null,
    });
  });

  test("a new version is written down anew", async () => {
    const { ctx, id, listener } = await aWeekly();
    await throughAll(ctx, id);
    const path = new URL(import.meta.url).pathname;
    await uploadVersion(ctx, { id, path, fileName: "weekly-2.mp3" });
    await throughAll(ctx, id);
    expect(listener.sent).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test("without a server it fails with a sentence and what to do, and can be tried again", async () => {
    const { ctx, id, listener } = await aWeekly();
    const without = { ...ctx, transcriber: null };
    const { begun } = await begin(without, id);
    expect(begun).toMatchObject({ outcome: "failed", code: "NO_TRANSCRIPTION" });
    expect(await getDocument(ctx, { id })).toMatchObject({
      status: "failed",
      error: {
        code: "NO_TRANSCRIPTION",
        message: expect.stringContaining("no server is set up"),
        remedy: expect.stringContaining("TRANSCRIPTION_MODEL"),
      },
    });
    await retryDocuments(ctx, { ids: [id] });
    await throughAll(ctx, id);
    expect(listener.sent).toEqual([1, 2, 3]);
  });

  test("without times it has none, and the reader is told", async () => {
    const listener = aListener((piece) => aSentence(piece, { startMs: null, endMs: null }));
    const { ctx, id } = await aWeekly(listener);
    await throughAll(ctx, id);
    const document = await getDocument(ctx, { id });
    expect(document).toMatchObject({ status: "ready" });
    expect((await getText(ctx, { id })).text).toContain("The rent of mill 2 is due.");
  });

  test("a recording in which nobody speaks says so", async () => {
    const { ctx, id } = await aWeekly(aListener(() => ({ language: null, parts: [] })));
    await throughAll(ctx, id);
    expect(await getDocument(ctx, { id })).toMatchObject({
      status: "failed",
      error: { code: "EMPTY", message: "Nobody is heard in the recording." },
    });
  });

  test("a server that was changed in between is no reason to wait for ever", async () => {
    const { ctx, id, listener } = await aWeekly();
    const { run } = await begin(ctx, id);
    const other = inBackground(ctx, {
      transcriber: { ...listener.transcriber, model: "another" },
    });
    expect(await transcribePiece(other, { ...run, piece: 1 })).toMatchObject({
      outcome: "failed",
      code: "NO_TRANSCRIPTION",
    });
    expect(listener.sent).toEqual([]);
  });
});
