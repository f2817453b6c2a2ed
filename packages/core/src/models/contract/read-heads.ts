import { createHash } from "node:crypto";
import type { HeadBytes } from "@besunny/ai/ai";
import type { Files } from "@besunny/connectors/files/files";
import type { z } from "zod";

import type { TrainedHead } from "./release-parts";

/** A release whose artefact is missing or is not the one that was trained. */
export class BrokenRelease extends Error {
  override readonly name = "BrokenRelease";
}

/** Returns the models of a release. Throws `BrokenRelease` if one is missing or its sha256 is another one. */
export async function readHeads(
  files: Pick<Files, "read" | "exists">,
  heads: readonly z.infer<typeof TrainedHead>[],
): Promise<HeadBytes[]> {
  return Promise.all(
    heads.map(async ({ artefactKey, sha256, projectId, runId }) => {
      if (!(await files.exists(artefactKey)))
        throw new BrokenRelease(`The model of the training run ${runId} is missing.`);
      const bytes = await files.read(artefactKey);
      if (createHash("sha256").update(bytes).digest("hex") !== sha256)
        throw new BrokenRelease(
          `The model of the training run ${runId} is not the one that was trained: its sha256 is another one.`,
        );
      return { projectId, bytes };
    }),
  );
}
