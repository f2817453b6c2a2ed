import { describe, expect, test } from "vitest";

import { type EngineView, explainRun } from "./explain-run";

const now = new Date("2026-03-01T09:00:00Z");
const soon = new Date(now.getTime() + 40_000);

type Given = Parameters<typeof explainRun>[0];
const aRun = (given: Partial<Given["run"]> = {}): Given["run"] => ({
  state: "queued",
  kind: "process",
  batch: null,
  steps: [],
  ...given,
});
const aStep = (given: Partial<Given["run"]["steps"][number]> = {}) => ({
  name: "read",
  state: "running",
  attempt: 1,
  startedAt: now,
  errorMessage: null,
  ...given,
});
const aView = (given: Partial<EngineView> = {}): EngineView => ({
  state: "running",
  attempt: 0,
  maxAttempts: 5,
  failedAttempts: [],
  takeovers: 0,
  ...given,
});
const aBatch = { id: "bat_1", title: "March", kind: "upload", state: "paused" };
const explain = (given: Partial<Given>) =>
  explainRun({ run: aRun(), ahead: 0, engine: null, now, ...given });

describe("explainRun", () => {
  test("says the place in line", () => {
    expect(explain({ ahead: 2 })).toEqual({ kind: "inLine", position: 3 });
  });

  test("says that a backfill waits behind live work", () => {
    expect(explain({ run: aRun({ kind: "reprocess" }), ahead: 7 })).toEqual({
      kind: "behindLiveWork",
      ahead: 7,
    });
  });

  test("says that its batch is paused, and not what is under way in spite of it", () => {
    const batch = aBatch;
    expect(explain({ run: aRun({ batch }) })).toEqual({
      kind: "paused",
      batch: { id: "bat_1", title: "March" },
    });
    const run = aRun({ batch, state: "running", steps: [aStep()] });
    expect(explain({ run })).toMatchObject({ kind: "working", stage: "read" });
  });

  test("says when it is tried again, which try, and why in words for people", () => {
    const failedAttempts: EngineView["failedAttempts"] = [
      {
        stepId: "x",
        number: 1,
        at: now,
        durationMs: 5,
        error: { name: "Error", message: "429 at line 12" },
        retryAt: soon,
        worker: null,
      },
    ];
    const engine = aView({ state: "sleeping", attempt: 1, failedAttempts });
    const step = aStep({ name: "understood", state: "failed", errorMessage: "The model was busy" });
    const run = aRun({ state: "running", steps: [step] });

    expect(explain({ run, engine })).toEqual({
      kind: "retrying",
      stage: "understood",
      attempt: 2,
      maxAttempts: 5,
      retryAt: soon,
      because: "The model was busy",
    });
    expect(explain({ run, engine, now: new Date(soon.getTime() + 1) })).toMatchObject({
      kind: "working",
    });
  });

  test("says that another computer took over", () => {
    const run = aRun({ state: "running", steps: [aStep({ attempt: 2 })] });
    expect(explain({ run, engine: aView({ takeovers: 1 }) })).toMatchObject({
      kind: "working",
      attempt: 2,
      tookOver: true,
    });
  });

  test("tells what our own books say where no engine answers", () => {
    const run = aRun({ state: "running", steps: [aStep({ name: "indexed" })] });
    expect(explain({ run })).toEqual({
      kind: "working",
      stage: "indexed",
      startedAt: now,
      attempt: 1,
      transcription: null,
      tookOver: false,
    });
  });
});
