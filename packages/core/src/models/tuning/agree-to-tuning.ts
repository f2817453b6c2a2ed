import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { conflict } from "../../errors";
import { modelTuningAsked } from "../../events";
import { trainingRunId } from "../../ids";
import { command } from "../../operation/command";
import { isAgreed, Tuning, tuningOf } from "../contract/tuning";
import { mustTune } from "./must-tune";

/** Agrees to a tuning that another person asked for. It starts once enough people have agreed. */
export const agreeToTuning = command("models.agree-to-tuning", {
  title: "Agree to the price of a tuning",
  permission: "type.manage",
  input: z.object({ id: trainingRunId }),
  output: Tuning,
  doors: ["web"],

  async handle(tools, { id }) {
    const { trainingRuns, labels, actor, workspaceId, emit, changed } = tools;
    await trainingRuns.lock();
    const { run, params } = await mustTune(trainingRuns, id);
    const person = actorIdOf(actor) ?? "";
    if (run.state !== "queued" || isAgreed(params)) conflict("Nobody else needs to agree");
    if (params.agreedIds.includes(person))
      conflict("You have agreed already", "Another owner or admin must agree too.");
    const agreed = { ...params, agreedIds: [...params.agreedIds, person] };
    await trainingRuns.change(id, { params: agreed });
    changed({
      subject: id,
      before: { agreed: params.agreedIds.length },
      after: { agreed: agreed.agreedIds.length },
    });
    if (isAgreed(agreed)) emit(modelTuningAsked.of({ workspaceId, trainingRunId: id }));
    return tuningOf({ ...run, params: agreed }, await labels.namesOf(agreed.agreedIds));
  },
});
