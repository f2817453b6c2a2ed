import type { RunDetail, RunFilter } from "@besunny/engine/console/console-types";
import { describe, expect, test } from "vitest";

import { aColleague, aContext, inBackground } from "../../../test/contexts";
import { aDocument, aStartedDocument, runOf } from "../../../test/documents";
import { beginStage } from "../stages/begin-stage";
import { endStage } from "../stages/end-stage";
import { getTimeline } from "./get-timeline";

const aDetail = (given: Partial<RunDetail> = {}): RunDetail => ({
  id: "engine_run",
  functionId: "besunny-process-document",
  tenant: null,
  state: "running",
  eventId: "evt_1",
  eventName: "document/uploaded",
  attempt: 0,
  maxAttempts: 5,
  error: null,
  fingerprint: null,
  parentRunId: null,
  replayOf: null,
  createdAt: new Date(),
  startedAt: new Date(),
  finishedAt: null,
  events: [],
  output: null,
  steps: [],
  failedAttempts: [],
  worker: "w1",
  takeovers: 0,
  stateBytes: 0,
  replays: [],
  waitingFor: null,
  ...given,
});

/** An engine that knows one run, and notes what it was asked for. */
function anEngine(detail: RunDetail) {
  const asked: RunFilter[] = [];
  return {
    asked,
    engineRuns: {
      listRuns: async (filter: RunFilter) => {
        asked.push(filter);
        return { items: [detail], nextCursor: null };
      },
      getRun: async () => detail,
    },
  };
}

describe("getTimeline", () => {
  test("says the place in line, and that of who came later", async () => {
    const ctx = await aContext();
    const [first, second] = [await aDocument(ctx), await aDocument(await aColleague(ctx))];

    expect((await getTimeline(ctx, { id: first.id })).now).toEqual({ kind: "inLine", position: 1 });
    expect((await getTimeline(ctx, { id: second.id })).now).toEqual({
      kind: "inLine",
      position: 2,
    });
  });

  test("counts nobody who waits next door", async () => {
    await aDocument(await aContext());
    const ctx = await aContext();
    const { id } = await aDocument(ctx);

    expect((await getTimeline(ctx, { id })).now).toEqual({ kind: "inLine", position: 1 });
  });

  test("says when it is tried again and why, as the engine plans it", async () => {
    const retryAt = new Date(Date.now() + 40_000);
    const { engineRuns, asked } = anEngine(
      aDetail({
        state: "sleeping",
        attempt: 1,
        failedAttempts: [
          {
            stepId: "s",
            number: 1,
            at: new Date(),
            durationMs: 3,
            error: { name: "AppError", message: "429 from 10.0.0.7" },
            retryAt,
            worker: null,
          },
        ],
      }),
    );
    const ctx = await aContext({ engineRuns });
    const { id, run } = await aStartedDocument(ctx);
    const background = inBackground(ctx);
    await beginStage(background, { ...run, stage: "understood" });
    await endStage(background, {
      ...run,
      stage: "understood",
      state: "failed",
      durationMs: 3,
      errorCode: "PROVIDER_UNAVAILABLE",
      errorMessage: "The model was busy",
    });

    expect((await getTimeline(ctx, { id })).now).toEqual({
      kind: "retrying",
      stage: "understood",
      attempt: 2,
      maxAttempts: 5,
      retryAt,
      because: "The model was busy",
    });
    expect(asked.at(-1)).toMatchObject({
      eventMatch: { workspaceId: ctx.workspaceId, runId: run.runId },
    });
  });

  test("says that another computer took over, and nothing once it has ended", async () => {
    const { engineRuns } = anEngine(aDetail({ takeovers: 1 }));
    const ctx = await aContext({ engineRuns });
    const { id, run } = await aStartedDocument(ctx);
    await beginStage(inBackground(ctx), { ...run, stage: "read" });

    expect((await getTimeline(ctx, { id })).now).toMatchObject({
      kind: "working",
      stage: "read",
      tookOver: true,
    });
  });

  test("tells what our own books say when the engine does not answer", async () => {
    const engineRuns = {
      listRuns: async () => {
        throw new Error("connection refused");
      },
    };
    const ctx = await aContext({ engineRuns });
    const { id } = await aStartedDocument(ctx);

    expect((await getTimeline(ctx, { id })).now).toMatchObject({ kind: "working" });
    expect((await runOf(ctx, id)).documentId).toBe(id);
  });

  test("is not there for anybody next door, nor is the engine asked", async () => {
    const { id } = await aDocument(await aContext());
    const { engineRuns, asked } = anEngine(aDetail());
    const stranger = await aContext({ role: "owner", engineRuns });

    await expect(getTimeline(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(asked).toEqual([]);
  });
});
