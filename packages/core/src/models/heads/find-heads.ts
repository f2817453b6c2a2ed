import { z } from "zod";

import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ReleaseParts, TrainedHead } from "../contract/release-parts";

/**
 * Returns the models of the workspace's own documents that are asked about a document: those of its projects, then the workspace's. Those of
 * the champion come first. Each list after it is that of an earlier release, in case a file is gone.
 */
export const findHeads = query("models.find-heads", {
  title: "Find the models of a workspace's own documents",
  permission: "document.process",
  input: z.object({ documentId }),
  output: z.object({ releases: z.array(z.object({ heads: z.array(TrainedHead) })) }),
  doors: [],

  async handle({ releaseHeads, documents }, { documentId: id }) {
    const parts = await releaseHeads.listParts();
    if (parts.length === 0) return { releases: [] };
    const document = await documents.find(id);
    const projects = new Set(document?.filedIn.map((project) => project.id));
    return {
      releases: parts.map((release) => {
        const { heads } = ReleaseParts.pick({ heads: true }).parse(release.parts);
        const ofProjects = heads.filter(({ projectId }) => projectId && projects.has(projectId));
        return { heads: [...ofProjects, ...heads.filter(({ projectId }) => projectId === null)] };
      }),
    };
  },
});
