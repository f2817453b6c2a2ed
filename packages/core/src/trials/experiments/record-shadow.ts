import { z } from "zod";

import { documentId, experimentId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Stores what both releases of a shadow said of a document. A second call changes nothing. */
export const recordShadow = command("trials.record-shadow", {
  title: "Store what a shadow said",
  permission: "release.work",
  input: z.object({
    experimentId,
    documentId,
    championType: z.string().nullable(),
    championConfidence: z.number().nullable(),
    challengerType: z.string().nullable(),
    challengerConfidence: z.number().nullable(),
    tookMs: z.number().int().min(0),
    costMicro: z.bigint().nullable(),
    failure: z.string().max(500).nullable(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It is a measurement, and changes nothing for anybody." },

  async handle({ experiments, documents }, result) {
    const running = await experiments.running();
    if (running?.id !== result.experimentId || !(await documents.find(result.documentId))) return;
    await experiments.addShadowResult(result);
  },
});
