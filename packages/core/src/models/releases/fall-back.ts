import { z } from "zod";

import { tellAdmins } from "../../costs/contract/tell-admins";
import { releaseId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { makeChampion, triedRoles } from "../contract/promote";

/** The most changes that are looked at for a release that decided before. */
const MOST_CHANGES = 100;

/** Goes back to the release that decided before, because this one cannot be used. Ends the experiment of a challenger that cannot. */
export const fallBack = command("models.fall-back", {
  title: "Go back from a release that cannot be used",
  permission: "document.process",
  input: z.object({ id: releaseId, problem: z.string().max(500) }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The change of the release is a row of its own, with the problem." },

  async handle(tools, { id, problem }) {
    const { releases, experiments, clock } = tools;
    await releases.lock();
    const champion = await releases.champion();
    const running = await experiments.running();
    if (running?.challengerId === id) {
      await experiments.end(running.id, {
        state: "failed",
        decision: "champion",
        reason: problem,
        endedAt: clock(),
      });
      await releases.removeRoles(triedRoles);
    }
    const broken = await releases.find(id);
    if (broken)
      await tellAdmins(tools, {
        kind: "release",
        count: broken.number,
        key: `broken:${id}`,
        createdAt: clock(),
      });
    if (champion?.id !== id) return;
    const changes = await releases.listChanges(MOST_CHANGES);
    const failed = new Set(
      changes.flatMap(({ kind, beforeId }) => (kind === "fell-back" && beforeId ? [beforeId] : [])),
    );
    const earlier = changes.find(
      ({ beforeId }) => beforeId !== null && beforeId !== id && !failed.has(beforeId),
    );
    const release = earlier?.beforeId ? await releases.find(earlier.beforeId) : null;
    if (release)
      await makeChampion({ releases, experiments }, release, {
        kind: "fell-back",
        reason: problem,
        byId: null,
        at: clock(),
      });
  },
});
