import { z } from "zod";

import { flow } from "../../operation/flow";
import { artefactKeyOf } from "../contract/artefact";
import { readHeads } from "../contract/read-heads";
import { findToRecalibrate } from "./find-to-recalibrate";
import { recordRecalibration } from "./record-recalibration";

/** Fewer new labels would hardly change the confidences. */
const LEAST_NEW_LABELS = 10;

/**
 * Fits the confidences of the workspace's own models again to labels that they did not learn from, where enough came. Returns the runs that hold the
 * results. They decide nothing before they are part of a release that people promote.
 */
export const recalibrateModels = flow("models.recalibrate-models", {
  title: "Fit the confidences of models to new labels",
  permission: "model.train",
  input: z.object({}),
  output: z.object({ runIds: z.array(z.string()) }),
  doors: [],
  uses: ["files", "ai"],
  audit: { notAudited: "Recording each recalibration records it." },

  async handle({ caller, files, ai, workspaceId, signal }) {
    const runIds: string[] = [];
    for (const found of await findToRecalibrate(caller, {})) {
      const { head, examples, errorTarget, seed, newLabels } = found;
      if (newLabels < LEAST_NEW_LABELS) continue;
      const [read] = await readHeads(files, [head]);
      if (!read) continue;
      const made = await ai.recalibrateHead({ bytes: read.bytes, examples, errorTarget }, signal);
      if (!made) continue;
      const { sha256, metrics } = made;
      // The name follows from the bytes, so that a step which runs again writes the same file.
      const artefactKey = artefactKeyOf(workspaceId, sha256);
      await files.write(artefactKey, Buffer.from(made.bytes));
      const { id } = await recordRecalibration(caller, {
        of: head.runId,
        seed,
        artefactKey,
        sha256,
        metrics,
      });
      runIds.push(id);
    }
    return { runIds };
  },
});
