import { z } from "zod";

import { conflict } from "../../errors";
import { documentId, releaseId } from "../../ids";
import { BrokenRelease } from "../../models/contract/read-heads";
import { flow } from "../../operation/flow";
import { idIn } from "../../shapes";
import { tryOn } from "../contract/to-try";
import { findExamples } from "./find-examples";
import { findToTry } from "./find-to-try";

const said = z.object({ name: z.string(), confidence: z.number() });

/** Shows what two releases say of one document, side by side. Changes nothing of the document. */
export const tryReleases = flow("trials.try-releases", {
  title: "Try releases on a document",
  permission: "release.read",
  input: z.object({ documentId, releaseIds: z.array(releaseId).min(1).max(2) }),
  output: z.object({
    items: z.array(
      z.object({
        releaseId: idIn("rel"),
        number: z.number().int(),
        type: z.string().nullable(),
        confidence: z.number().nullable(),
        likeliest: z.union([said, z.null()]),
        rung: z.string().nullable().meta({ description: "The model that said it" }),
      }),
    ),
  }),
  doors: ["web"],
  uses: ["ai", "files"],
  audit: { notAudited: "It shows what models would say, and changes nothing." },

  async handle(tools, given) {
    const { caller, ai } = tools;
    const found = await findToTry(caller, given);
    const types = await findExamples(caller, { version: ai.featuresVersion });
    try {
      const { decisions } = await tryOn(tools, found, types);
      return {
        items: found.releases.flatMap(({ id, number }, index) => {
          const decision = decisions[index];
          if (!decision) return [];
          const { name, confidence, likeliest, rung } = decision;
          return [{ releaseId: id, number, type: name, confidence, likeliest, rung }];
        }),
      };
    } catch (error) {
      if (error instanceof BrokenRelease) conflict(error.message);
      throw error;
    }
  },
});
