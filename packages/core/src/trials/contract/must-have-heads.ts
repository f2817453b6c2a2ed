import type { Repositories } from "@besunny/db/database";
import type { ReleaseRow } from "@besunny/db/workspace/models/releases";

import { conflict } from "../../errors";
import { partsOf } from "../../models/contract/release";

/** Throws `CONFLICT` for a release of which a model was removed because it held text of deleted documents. */
export async function mustHaveHeads(
  releases: Repositories["releases"],
  release: ReleaseRow,
): Promise<void> {
  for (const { runId } of partsOf(release).heads) {
    const run = await releases.findTraining(runId);
    if (!run?.artefactKey)
      conflict(
        `A model of release ${release.number} was removed, because it held text of deleted documents`,
        "Choose another release.",
      );
  }
}
