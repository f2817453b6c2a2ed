import { z } from "zod";
import { tellAdmins } from "../../costs/contract/tell-admins";
import { notFound } from "../../errors";
import { trainingRunId } from "../../ids";
import { makeChampion } from "../../models/contract/promote";
import { partsOf } from "../../models/contract/release";
import { checksumOf } from "../../models/contract/release-checksum";
import { TrainingParams } from "../../models/contract/training-run";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

const NOTE = "A document was deleted that the model before had learned from.";

/**
 * Puts a model that was trained again without deleted documents in the place of the one that holds them. If too little is left to learn from, the release
 * goes without. Does nothing for other trainings, and nothing a second time.
 */
export const useRetrained = command("trials.use-retrained", {
  title: "Decide without a model that holds deleted text",
  permission: "model.train",
  input: z.object({ id: trainingRunId }),
  output: nothing,
  doors: [],

  async handle(tools, { id }) {
    const { releases, experiments, trainingRuns, clock, changed } = tools;
    const run = (await trainingRuns.find(id)) ?? notFound("Training run", id);
    const isDone = run.state === "done" && run.holdsDeletedAt === null;
    if (TrainingParams.parse(run.params).reason !== "deletion") return;
    if (!isDone && run.state !== "refused") return;
    await releases.lock();
    const champion = await releases.champion();
    if (!champion) return;
    const before = partsOf(champion);
    const held = new Set((await trainingRuns.listHolding()).map((each) => each.id));
    const others = before.heads.filter(
      ({ runId, projectId }) => projectId !== run.projectId || !held.has(runId),
    );
    if (others.length === before.heads.length) return;
    const { artefactKey, sha256, projectId } = run;
    const made =
      artefactKey !== null && sha256 !== null
        ? [{ runId: run.id, artefactKey, sha256, projectId }]
        : [];
    const parts = { ...before, heads: [...others, ...made] };
    const checksum = checksumOf(parts);
    const release =
      (await releases.findByChecksum(checksum)) ??
      (await releases.create({ parts, checksum, note: NOTE, createdById: null }));
    await makeChampion({ releases, experiments }, release, {
      kind: "followed",
      reason: NOTE,
      byId: null,
      at: clock(),
    });
    await tellAdmins(tools, {
      kind: "release",
      count: release.number,
      key: `retrained:${release.id}`,
      createdAt: clock(),
    });
    changed({
      subject: release.id,
      before: { champion: champion.number },
      after: { champion: release.number, reason: NOTE },
    });
  },
});
