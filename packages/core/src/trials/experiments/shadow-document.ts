import { z } from "zod";

import { documentId } from "../../ids";
import { BrokenRelease } from "../../models/contract/read-heads";
import { flow } from "../../operation/flow";
import { nothing } from "../../shapes";
import { tryOn } from "../contract/to-try";
import { findExamples } from "../releases/find-examples";
import { findToTry } from "../releases/find-to-try";
import { findShadow } from "./find-shadow";
import { recordShadow } from "./record-shadow";

/**
 * Lets both releases of a running shadow decide about a document that is ready, behind all work that people wait for. Never changes the
 * document.
 */
export const shadowDocument = flow("trials.shadow-document", {
  title: "Let a shadow read a document",
  permission: "release.work",
  input: z.object({ documentId }),
  output: nothing,
  doors: ["job"],
  uses: ["ai", "files"],
  audit: { notAudited: "It is a measurement, and changes nothing for anybody." },

  async handle(tools, { documentId: id }) {
    const { caller, ai } = tools;
    const shadow = await findShadow(caller, { documentId: id });
    if (!shadow) return;
    const { experimentId, releaseIds } = shadow;
    const ofDocument = { experimentId, documentId: id };
    const found = await findToTry(caller, { documentId: id, releaseIds });
    const types = await findExamples(caller, { version: ai.featuresVersion });
    try {
      const { decisions, tookMs } = await tryOn(tools, found, types);
      const [champion, challenger] = decisions;
      await recordShadow(caller, {
        ...ofDocument,
        championType: champion?.name ?? null,
        championConfidence: champion?.confidence ?? null,
        challengerType: challenger?.name ?? null,
        challengerConfidence: challenger?.confidence ?? null,
        tookMs: Math.round(tookMs),
        costMicro: 0n,
        failure: null,
      });
    } catch (error) {
      if (!(error instanceof BrokenRelease)) throw error;
      await recordShadow(caller, {
        ...ofDocument,
        championType: null,
        championConfidence: null,
        challengerType: null,
        challengerConfidence: null,
        tookMs: 0,
        costMicro: null,
        failure: error.message,
      });
    }
  },
});
