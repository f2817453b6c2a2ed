import { z } from "zod";

import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { type Arm, armOf } from "../contract/arm-of";
import { partsOf } from "../contract/release";
import type { ReleaseParts } from "../contract/release-parts";

/** The release that decides about one document, and the experiment that the document is in, if it is in one. */
export type ReleaseInUse = {
  release: { id: string; number: number; parts: z.infer<typeof ReleaseParts> } | null;
  unit: { experimentId: string; cluster: string; arm: Arm } | null;
  projectIds: string[];
};

/** Returns the release that decides about a document: the champion, or the challenger of an experiment for its share. */
export const findReleaseInUse = query("models.find-release-in-use", {
  title: "Find the release that decides about a document",
  permission: "document.process",
  input: z.object({ documentId, cluster: z.string() }),
  output: ofType<ReleaseInUse>(),
  doors: [],

  async handle({ releases, experiments, documents }, { documentId: id, cluster }) {
    const document = await documents.find(id);
    const projectIds = document?.filedIn.map((project) => project.id) ?? [];
    const running = await experiments.running();
    const isDeciding = running !== null && running.kind !== "shadow";
    const unit = isDeciding
      ? { experimentId: running.id, cluster, arm: armOf(running.id, cluster, running.share) }
      : null;
    const row =
      unit?.arm === "challenger" && running
        ? await releases.find(running.challengerId)
        : await releases.champion();
    const release = row && { id: row.id, number: row.number, parts: partsOf(row) };
    return { release, unit, projectIds };
  },
});
