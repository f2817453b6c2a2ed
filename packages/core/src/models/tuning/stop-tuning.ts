import { z } from "zod";

import { conflict } from "../../errors";
import { trainingRunId } from "../../ids";
import { command } from "../../operation/command";
import { Tuning, tuningOf } from "../contract/tuning";
import { mustTune } from "./must-tune";

/** Stops a tuning. One that has begun at the provider is cancelled there at the next look, within a few minutes. */
export const stopTuning = command("models.stop-tuning", {
  title: "Stop a tuning",
  permission: "type.manage",
  input: z.object({ id: trainingRunId }),
  output: Tuning,
  doors: ["web"],

  async handle({ trainingRuns, labels, clock, changed }, { id }) {
    await trainingRuns.lock();
    const { run, params } = await mustTune(trainingRuns, id);
    if (run.endedAt) conflict("The tuning is over already");
    const change =
      run.state === "queued"
        ? { state: "cancelled", endedAt: clock() }
        : { params: { ...params, isStopping: true } };
    await trainingRuns.change(id, change);
    changed({
      subject: id,
      before: { isStopping: params.isStopping },
      after: { isStopping: true },
    });
    const after = (await trainingRuns.find(id)) ?? run;
    return tuningOf(after, await labels.namesOf(params.agreedIds));
  },
});
