import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { AppError, conflict, notFound } from "../../errors";
import { releaseId } from "../../ids";
import { makeChampion } from "../../models/contract/promote";
import { Release, releaseOf } from "../../models/contract/release";
import { command } from "../../operation/command";
import { mustHaveHeads } from "../contract/must-have-heads";
import { whyReason } from "../contract/needs-reason";

/** Shorter reasons say nothing. */
const LEAST_REASON = 10;
const MOST_EVALUATIONS = 50;

/**
 * Makes a release the one that decides about documents from now on. One that is worse beyond noise on a frozen dataset, or that was not
 * compared, needs a written reason.
 */
export const promoteRelease = command("trials.promote-release", {
  title: "Promote a release",
  permission: "release.manage",
  input: z.object({ id: releaseId, reason: z.string().trim().max(500).default("") }),
  output: Release,
  doors: ["web"],

  async handle({ releases, experiments, evaluations, actor, clock, changed }, { id, reason }) {
    await releases.lock();
    const release = (await releases.find(id)) ?? notFound("Release", id);
    const champion = await releases.champion();
    if (champion?.id === id) conflict(`Release ${release.number} decides already`);
    const [latest = null] = (await evaluations.list(MOST_EVALUATIONS, { releaseId: id })).filter(
      ({ state }) => state === "done",
    );
    const why = whyReason(latest, champion?.id);
    if (why !== null && reason.length < LEAST_REASON)
      throw new AppError("CONFLICT", `${why} Write why it should decide all the same.`);
    await mustHaveHeads(releases, release);
    await makeChampion({ releases, experiments }, release, {
      kind: "promoted",
      reason,
      byId: actorIdOf(actor),
      at: clock(),
    });
    changed({
      subject: id,
      before: { champion: champion?.number ?? null },
      after: { champion: release.number, reason },
    });
    return releaseOf(release, await releases.roles());
  },
});
