import { z } from "zod";

import { documentId } from "../../ids";
import { armOf } from "../../models/contract/arm-of";
import { query } from "../../operation/query";

/** Returns the shadow that is to read a document, and its releases: the champion first. Null if there is none, or it has read it. */
export const findShadow = query("trials.find-shadow", {
  title: "Find the shadow that reads a document",
  permission: "release.work",
  input: z.object({ documentId }),
  output: z.object({ experimentId: z.string(), releaseIds: z.array(z.string()) }).nullable(),
  doors: [],

  async handle({ experiments, documents }, { documentId: id }) {
    const running = await experiments.running();
    if (running?.kind !== "shadow") return null;
    const document = await documents.find(id);
    if (!document || document.trashedAt) return null;
    if (armOf(running.id, id, running.share) !== "challenger") return null;
    if (await experiments.hasShadowResult(running.id, id)) return null;
    return { experimentId: running.id, releaseIds: [running.championId, running.challengerId] };
  },
});
