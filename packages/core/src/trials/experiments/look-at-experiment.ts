import { z } from "zod";

import { tellAdmins } from "../../costs/contract/tell-admins";
import { makeChampion, triedRoles } from "../../models/contract/promote";
import { checksumOf } from "../../models/contract/release-checksum";
import { command } from "../../operation/command";
import { experimentOf } from "../contract/experiment";
import { seenOf } from "../contract/seen";
import { armsVerdict, shadowVerdict } from "../contract/verdict";

/**
 * Looks at the experiment that runs, and ends it if what is counted decides it or passes a limit. Looking again changes nothing: the tests
 * hold at all looks together. Returns what followed; null if nothing did.
 */
export const lookAtExperiment = command("trials.look-at-experiment", {
  title: "Look at the experiment that runs",
  permission: "release.work",
  input: z.object({}),
  output: z.object({ ended: z.string().nullable() }),
  doors: ["job"],
  audit: { notAudited: "The look is a row of its own, with what was counted." },

  async handle(tools) {
    const { releases, experiments, clock } = tools;
    await releases.lock();
    const row = await experiments.running();
    if (!row) return { ended: null };
    const experiment = experimentOf(row);
    const seen = await seenOf(experiments, row);
    const last = await experiments.lastLook(row.id);
    if (!last || checksumOf(last.counts) !== checksumOf(seen))
      await experiments.addLook(row.id, (last?.number ?? 0) + 1, seen, clock());
    const verdict =
      seen.kind === "shadow" ? shadowVerdict(seen, experiment) : armsVerdict(seen.arms, experiment);
    if (!verdict) return { ended: null };
    await experiments.end(row.id, { ...verdict, endedAt: clock() });
    await releases.removeRoles(triedRoles);
    const challenger = await releases.find(row.challengerId);
    await tellAdmins(tools, {
      kind: "release",
      count: challenger?.number ?? 0,
      key: `experiment:${row.id}`,
      createdAt: clock(),
    });
    if (verdict.decision === "challenger" && experiment.promotesItself && challenger)
      await makeChampion({ releases, experiments }, challenger, {
        kind: "promoted",
        reason: verdict.reason,
        byId: null,
        at: clock(),
      });
    return { ended: row.id };
  },
});
