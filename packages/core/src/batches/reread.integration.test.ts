import { readingReleases } from "@besunny/document-model/reading-release";
import { afterAll, describe, expect, test } from "vitest";

import { aColleague, aContext, actingIn } from "../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  aReadyDocument,
  process,
  wordVectors,
} from "../../test/documents";
import { aHouseOfItsOwn } from "../../test/engine";
import { getReadingReport } from "../content/get-reading-report";
import { getText } from "../content/get-text";
import type { WorkspaceContext } from "../context";
import { correctType } from "../documents/correct-type";
import { fileDocuments } from "../documents/file-documents";
import { getDocument } from "../documents/get-document";
import { renameDocument } from "../documents/rename-document";
import { getTimeline } from "../processing/runs/get-timeline";
import { createProject } from "../projects/create-project";
import { readAgain } from "../schedules/read-again";
import { countEarlierReadings } from "./count-earlier-readings";
import { createRereadBatch } from "./create-reread-batch";

const { index, close } = await anIndex();
afterAll(close);

const oldText = "The rent of the old mill is due on Monday.";
const newText = "The rent of the new brewery is due on Friday.";

/** A document that a reader read before releases were recorded, or that an earlier release read. */
async function anEarlierReading(release?: number) {
  const ctx = await aContext({ index, ai: wordVectors });
  const { release: _now, ...unmarked } = aModel(oldText);
  const model = { ...unmarked, ...(release !== undefined && { release }) };
  const { id } = await aReadyDocument(ctx, oldText, { model });
  const ai = { ...ctx.ai, ...wordVectors, understand: async () => anUnderstanding() };
  const reader = { ...ctx.reader, read: async () => aModel(newText) };
  return { ctx, newer: { ...ctx, ai, reader }, id };
}

const textOf = async (ctx: WorkspaceContext, id: string) =>
  JSON.stringify(await getText(ctx, { id }));

describe("a document that an earlier reader read", () => {
  test.each([[undefined], [0]])("is counted and read again (release %s)", async (release) => {
    const { ctx, newer, id } = await anEarlierReading(release);
    expect(await countEarlierReadings(ctx, {})).toEqual({ all: 1, idle: 1 });
    expect(await getReadingReport(ctx, { id })).toMatchObject({
      release: release ?? null,
      isEarlier: true,
    });

    const { batch, started, isMore } = await createRereadBatch(ctx, {});
    expect(batch).toMatchObject({ kind: "reprocess", totals: { all: 1 } });
    expect({ started, isMore }).toEqual({ started: 1, isMore: false });
    expect(await countEarlierReadings(ctx, {})).toEqual({ all: 1, idle: 0 });
    await process(newer, id);

    expect(await countEarlierReadings(ctx, {})).toEqual({ all: 0, idle: 0 });
    expect(await getReadingReport(ctx, { id })).toMatchObject({
      release: readingReleases.plain,
      isEarlier: false,
    });
    expect(await textOf(ctx, id)).toContain("brewery");
  });

  test("is taken once by two calls, and not at all after it was read", async () => {
    const { ctx, newer, id } = await anEarlierReading();
    expect((await createRereadBatch(ctx, {})).started).toBe(1);
    expect(await createRereadBatch(ctx, {})).toEqual({ batch: null, started: 0, isMore: false });
    await process(newer, id);
    expect((await createRereadBatch(ctx, {})).started).toBe(0);
  });

  test("keeps what people said of it: type, title and project", async () => {
    const { ctx, newer, id } = await anEarlierReading();
    const project = await createProject(ctx, { name: "Mills" });
    await correctType(ctx, { id, type: "memo" });
    await renameDocument(ctx, { id, title: "The mill" });
    await fileDocuments(ctx, { projectId: project.id, add: [id] });

    await createRereadBatch(ctx, {});
    await process(newer, id);

    expect(await textOf(ctx, id)).toContain("brewery");
    expect(await getDocument(ctx, { id })).toMatchObject({
      type: "memo",
      isTypeCorrected: true,
      title: "The mill",
      projects: [{ id: project.id }],
    });
    const { corrections } = await getTimeline(ctx, { id });
    expect(corrections.length).toBe(1);
  });

  test("keeps its old words and stays counted if the new reading fails", async () => {
    const { ctx, id } = await anEarlierReading();
    const refused = Object.assign(new Error("It is damaged."), {
      name: "ReadingError",
      code: "DAMAGED",
      remedy: "Save it again.",
    });
    const failing = {
      ...ctx,
      reader: {
        ...ctx.reader,
        read: () => Promise.reject(refused),
      },
    };
    await createRereadBatch(ctx, {});
    await process(failing, id);

    expect(await textOf(ctx, id)).toContain("mill");
    expect(await getDocument(ctx, { id })).toMatchObject({ status: "ready" });
    expect(await countEarlierReadings(ctx, {})).toEqual({ all: 1, idle: 1 });
  });

  test("is not read again by a viewer, nor from another workspace", async () => {
    const { ctx } = await anEarlierReading();
    const viewer = await aColleague(ctx, { role: "viewer" });
    await expect(createRereadBatch(viewer, {})).rejects.toMatchObject({ code: "FORBIDDEN" });

    const other = await aContext({ index, ai: wordVectors });
    expect(await countEarlierReadings(other, {})).toEqual({ all: 0, idle: 0 });
    expect((await createRereadBatch(other, {})).started).toBe(0);
    expect(await countEarlierReadings(ctx, {})).toEqual({ all: 1, idle: 1 });
  });
});

describe("the schedule that reads again", () => {
  test("begins one batch in each workspace with earlier readings, though each part runs twice", async () => {
    const house = await aHouseOfItsOwn();
    try {
      const job = { kind: "job", name: "run-schedule" } as const;
      const [mill, barn] = [await house.anOwner(), await house.anOwner()];
      const { id } = await aReadyDocument(
        { ...mill, index, ai: { ...mill.ai, ...wordVectors } },
        oldText,
      );
      await house.sql(`update documents set reading_release = null where id = '${id}'`);
      const ctx = house.upkeep({ inWorkspace: actingIn(mill, job) });
      expect(await readAgain.look(ctx)).toContain(`${mill.workspaceId} 1`);
      expect(await readAgain.look(ctx)).not.toContain(barn.workspaceId);

      const first = await readAgain.work(ctx, null);
      const second = await readAgain.work(ctx, null);
      expect(first.counts).toEqual({ documents: 1, workspaces: 1 });
      expect(second).toEqual({ next: mill.workspaceId, counts: { documents: 0, workspaces: 0 } });
      expect(await readAgain.work(ctx, second.next)).toEqual({ next: null, counts: {} });
      expect(await countEarlierReadings(mill, {})).toEqual({ all: 1, idle: 0 });
      expect(readAgain.isPausedAtFirst).toBe(true);
    } finally {
      await house.close();
    }
  });
});
