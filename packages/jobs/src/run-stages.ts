import type { Caller } from "@besunny/core/operation/caller";
import { stageNames } from "@besunny/core/processing/contract";
import { transcribePiece } from "@besunny/core/processing/recordings/transcribe-piece";
import { startRun } from "@besunny/core/processing/runs/start-run";
import { processStage } from "@besunny/core/processing/stages/process-stage";
import { NonRetriableError } from "inngest";

import type { Steps } from "./steps";

/** Takes a run through its stages, each a step of its own. `giveWay` comes before each. */
export async function runStages(
  step: Steps,
  caller: Caller,
  run: { documentId: string; runId: string },
  giveWay: () => Promise<unknown> = async () => undefined,
) {
  await giveWay();
  const { isOpen } = await step.run("start", () => startRun(caller, run));
  if (!isOpen) return { outcome: "stopped" };

  for (const [position, stage] of stageNames.entries()) {
    if (position > 0) await giveWay();
    const work = () => endWell(processStage(caller, { ...run, stage }));
    const begun = await step.run(stage, work);
    const { outcome } =
      begun.outcome === "pieces"
        ? await transcribe(step, caller, { ...run, pieces: begun.pieces, giveWay, work })
        : begun;
    if (outcome !== "done") return { outcome };
  }
  return { outcome: "done" };
}

type Transcription = {
  documentId: string;
  runId: string;
  pieces: number;
  giveWay: () => Promise<unknown>;
  /** Reads the recording once its pieces are written down. */
  work: () => Promise<Ended>;
};

/** Writes down a recording, each piece a step of its own: a crash repeats one. Then reads what was written. */
async function transcribe(
  step: Steps,
  caller: Caller,
  { pieces, giveWay, work, ...run }: Transcription,
): Promise<{ outcome: string }> {
  for (let piece = 1; piece <= pieces; piece += 1) {
    await giveWay();
    const { outcome } = await step.run(`piece ${piece}`, () =>
      endWell(transcribePiece(caller, { ...run, piece })),
    );
    if (outcome !== "done") return { outcome };
  }
  const read = await step.run("transcript", work);
  // The server for speech was changed in between, so the pieces are those of another.
  if (read.outcome === "pieces") throw new NonRetriableError("The pieces are of another server.");
  return read;
}

type Ended = Awaited<ReturnType<typeof processStage>>;

/** A stage that ended the document in failure fails its step too: the run says what the document says, and can be retried from there. */
async function endWell(ending: Promise<Ended>): Promise<Ended> {
  const result = await ending;
  if (result.outcome === "failed") throw new NonRetriableError(`${result.code}: ${result.message}`);
  return result;
}
