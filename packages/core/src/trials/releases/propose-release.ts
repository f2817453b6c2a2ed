import { z } from "zod";

import { notFound } from "../../errors";
import { trainingRunId } from "../../ids";
import { partsOf } from "../../models/contract/release";
import { checksumOf } from "../../models/contract/release-checksum";
import { command } from "../../operation/command";

/**
 * Makes a release with a model that the schedule fitted again, in the place of the one that decides. It decides nothing before people promote it.
 * Returns null if there is such a release already, or if the model is no longer one that decides.
 */
export const proposeRelease = command("trials.propose-release", {
  title: "Propose a release with new confidences",
  permission: "release.work",
  input: z.object({ trainingRunId }),
  output: z.object({ id: z.string(), number: z.number() }).nullable(),
  doors: [],
  audit: { subjects: (made) => (made ? [made.id] : []) },

  async handle({ releases, changed }, { trainingRunId: runId }) {
    await releases.lock();
    const champion = await releases.champion();
    const run = (await releases.findTraining(runId)) ?? notFound("Training run", runId);
    const { artefactKey, sha256, projectId } = run;
    if (!champion || artefactKey === null || sha256 === null) return null;
    const before = partsOf(champion);
    if (!before.heads.some((each) => each.projectId === projectId)) return null;
    const parts = {
      ...before,
      heads: [
        ...before.heads.filter((each) => each.projectId !== projectId),
        { runId: run.id, artefactKey, sha256, projectId },
      ],
    };
    const checksum = checksumOf(parts);
    if (await releases.findByChecksum(checksum)) return null;
    const row = await releases.create({
      parts,
      checksum,
      note: "Confidences were fitted again to new labels.",
      createdById: null,
    });
    changed({ subject: row.id, before: {}, after: { number: row.number, checksum } });
    return { id: row.id, number: row.number };
  },
});
