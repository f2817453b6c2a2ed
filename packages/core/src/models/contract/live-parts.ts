import type { ModelsInUse, TypeDefinition } from "@besunny/ai/ai";
import type { z } from "zod";

import { checksumOf } from "./release-checksum";
import { ReleaseParts } from "./release-parts";

type Parts = z.infer<typeof ReleaseParts>;

/** The parts of a release that follow the product and the workspace, and that nobody promotes. */
export const LiveParts = ReleaseParts.pick({
  localModel: true,
  embeddingModel: true,
  taxonomyChecksum: true,
  promptChecksum: true,
  provider: true,
  redactionChecksum: true,
});
export type LiveParts = z.infer<typeof LiveParts>;

/** A workspace without a policy sends documents as they are. */
export const NO_REDACTION = checksumOf(null);

/** Returns the parts that hold now. `types` have the cards of the workspace. */
export function livePartsOf(
  ai: { embeddingModel: string; modelsInUse(): ModelsInUse },
  types: readonly TypeDefinition[],
  redactionChecksum: string = NO_REDACTION,
): LiveParts {
  const { localModel, promptChecksum, provider } = ai.modelsInUse();
  return {
    localModel,
    embeddingModel: ai.embeddingModel,
    taxonomyChecksum: checksumOf(types.map(({ labelled: _labels, ...type }) => type)),
    promptChecksum,
    provider: provider && { ...provider, model: provider.model ?? "not chosen yet" },
    redactionChecksum,
  };
}

/** Returns the parts of a release that has these live parts and what people chose before. */
export function partsWith(live: LiveParts, chosen: Parts | null): Parts {
  const { heads = [], thresholds = {}, rungs = ["twin", "head", "local"] } = chosen ?? {};
  const own = rungs.filter((rung) => rung !== "hosted");
  const local = own.indexOf("local");
  const at = local < 0 ? own.length : local;
  return {
    ...live,
    heads,
    thresholds,
    // A hosted model is asked before the local ones, which stand in for it.
    rungs: live.provider ? [...own.slice(0, at), "hosted", ...own.slice(at)] : own,
  };
}
