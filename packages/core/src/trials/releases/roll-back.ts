import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { tellAdmins } from "../../costs/contract/tell-admins";
import { conflict, notFound } from "../../errors";
import { releaseId } from "../../ids";
import { makeChampion } from "../../models/contract/promote";
import { Release, releaseOf } from "../../models/contract/release";
import { command } from "../../operation/command";
import { mustHaveHeads } from "../contract/must-have-heads";

const MOST_CHANGES = 100;

/** Goes back to a release that decided before: the one before this one, if none is named. Needs no reason, because it is for trouble. */
export const rollBack = command("trials.roll-back", {
  title: "Roll back to an earlier release",
  permission: "release.manage",
  input: z.object({
    to: releaseId.optional(),
    reason: z.string().trim().max(500).default(""),
  }),
  output: Release,
  doors: ["web"],
  audit: { subjects: ({ id }) => [id] },

  async handle(tools, { to, reason }) {
    const { releases, experiments, actor, clock, changed } = tools;
    await releases.lock();
    const champion = await releases.champion();
    const changes = await releases.listChanges(MOST_CHANGES);
    const before = changes.find(({ releaseId: now }) => now === champion?.id)?.beforeId;
    const wanted = to ?? before ?? conflict("No release decided before this one");
    const release = (await releases.find(wanted)) ?? notFound("Release", wanted);
    if (champion?.id === release.id) conflict(`Release ${release.number} decides already`);
    const hasDecided = changes.some(
      ({ releaseId: now, beforeId }) => now === release.id || beforeId === release.id,
    );
    if (!hasDecided) conflict(`Release ${release.number} has never decided`, "Promote it instead.");
    await mustHaveHeads(releases, release);
    await makeChampion({ releases, experiments }, release, {
      kind: "rolled-back",
      reason,
      byId: actorIdOf(actor),
      at: clock(),
    });
    await tellAdmins(tools, {
      kind: "release",
      count: release.number,
      key: `rolled-back:${release.id}:${clock().toISOString()}`,
      createdAt: clock(),
    });
    changed({
      subject: release.id,
      before: { champion: champion?.number ?? null },
      after: { champion: release.number, reason },
    });
    return releaseOf(release, await releases.roles());
  },
});
