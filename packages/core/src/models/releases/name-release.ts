import { z } from "zod";

import { releaseId } from "../../ids";
import { command } from "../../operation/command";
import { LiveParts, partsWith } from "../contract/live-parts";
import { makeChampion } from "../contract/promote";
import { partsOf } from "../contract/release";
import { checksumOf } from "../contract/release-checksum";
import { differencesOf, sentenceOn } from "../contract/release-differences";

/**
 * Returns the release with which a document was understood. A new one is made if the product or the workspace changed since. It
 * has what people chose for the release before, and decides in its place.
 */
export const nameRelease = command("models.name-release", {
  title: "Name the release of a result",
  permission: "document.process",
  input: z.object({ inUse: releaseId.nullable(), live: LiveParts }),
  output: z.object({ id: z.string() }),
  doors: [],
  audit: { notAudited: "A release that follows a change is no decision; the change has its row." },

  async handle({ releases, experiments, clock }, { inUse, live }) {
    const base = inUse === null ? null : await releases.find(inUse);
    const known = base && partsOf(base);
    const parts = partsWith(live, known);
    const checksum = checksumOf(parts);
    if (base?.checksum === checksum) return { id: base.id };

    await releases.lock();
    const champion = await releases.champion();
    // Another document was first.
    if (champion?.checksum === checksum) return { id: champion.id };
    const reasons = known ? differencesOf(known, parts).map(sentenceOn) : [];
    const note = reasons.join(" ").slice(0, 1_000);
    const release =
      (await releases.findByChecksum(checksum)) ??
      (await releases.create({ parts, checksum, note, createdById: null }));
    if (champion?.id === base?.id)
      await makeChampion({ releases, experiments }, release, {
        kind: champion ? "followed" : "first",
        reason: note,
        byId: null,
        at: clock(),
      });
    return { id: release.id };
  },
});
