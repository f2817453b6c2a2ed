import type { Repositories } from "@besunny/db/database";
import type { ReleaseRow } from "@besunny/db/workspace/models/releases";

import type { releaseChangeKinds } from "./release";

/** The roles of releases that are tried beside the champion. */
export const triedRoles = ["challenger", "shadow", "canary"] as const;

type Given = {
  kind: (typeof releaseChangeKinds)[number];
  reason: string;
  byId: string | null;
  at: Date;
};

/** Makes a release the one that decides. An experiment that compared the one before ends, because it compares nothing now. */
export async function makeChampion(
  { releases, experiments }: Pick<Repositories, "releases" | "experiments">,
  release: Pick<ReleaseRow, "id" | "number">,
  { kind, reason, byId, at }: Given,
): Promise<void> {
  const before = await releases.champion();
  if (before?.id === release.id) return;
  await releases.putRole("champion", release.id, 1, at);
  await releases.addChange({
    releaseId: release.id,
    beforeId: before?.id ?? null,
    kind,
    reason,
    byId,
  });
  const running = await experiments.running();
  if (!running) return;
  await experiments.end(running.id, {
    state: "stopped",
    decision: null,
    reason: `Release ${release.number} decides now.`,
    endedAt: at,
  });
  await releases.removeRoles(triedRoles);
}
