import { z } from "zod";

import { modelTrainingAsked } from "../../events";
import { partsOf } from "../../models/contract/release";
import { command } from "../../operation/command";

const SEED = 1;

/** A model of a run that holds text of deleted documents, and whether a release that decides still needs it. */
const Held = z.object({ id: z.string(), artefactKey: z.string(), isUsed: z.boolean() });

/**
 * Has each model trained again that decides and holds text of deleted documents. Returns all models that hold such text. A second call starts no
 * second training.
 */
export const retrainHeld = command("trials.retrain-held", {
  title: "Train models again that hold deleted text",
  permission: "model.train",
  input: z.object({}),
  output: z.object({ held: z.array(Held) }),
  doors: [],
  audit: { notAudited: "Each training leaves a row when it ends." },

  async handle({ releases, trainingRuns, workspaceId, emit }) {
    await trainingRuns.lock();
    const champion = await releases.champion();
    const heads = champion ? partsOf(champion).heads : [];
    const tried = new Set(
      (await releases.roles()).flatMap(({ role, releaseId }) =>
        role === "champion" ? [] : releaseId,
      ),
    );
    const needed = new Set(heads.map(({ runId }) => runId));
    for (const id of tried) {
      const release = await releases.find(id);
      for (const { runId } of release ? partsOf(release).heads : []) needed.add(runId);
    }
    const holding = await trainingRuns.listHolding();
    for (const { id, projectId } of holding) {
      if (!heads.some(({ runId }) => runId === id)) continue;
      if (await trainingRuns.findOpen("head", projectId)) continue;
      const run = await trainingRuns.create({
        kind: "head",
        projectId,
        params: { reason: "deletion" },
        seed: SEED,
        startedById: null,
      });
      emit(modelTrainingAsked.of({ workspaceId, trainingRunId: run.id }));
    }
    return {
      held: holding.flatMap(({ id, artefactKey }) =>
        artefactKey === null ? [] : [{ id, artefactKey, isUsed: needed.has(id) }],
      ),
    };
  },
});
