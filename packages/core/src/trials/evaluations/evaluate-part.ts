import type { DecidedDocument, TypeDecision } from "@besunny/ai/ai";
import { z } from "zod";

import { readModel } from "../../content/contract/parsed-document-file";
import { evaluationId } from "../../ids";
import { readHeads } from "../../models/contract/read-heads";
import { type FlowTools, flow } from "../../operation/flow";
import { keptOf } from "../contract/kept";
import { findCases } from "./find-cases";
import { recordCases } from "./record-cases";

/** The documents of one step: a few seconds of work. */
const AT_ONCE = 200;
type Case = Awaited<ReturnType<typeof findCases>>["cases"][number];

/** Runs the releases of an evaluation over the next documents, from what is kept of them. Returns the last one; null at the end. */
export const evaluatePart = flow("trials.evaluate-part", {
  title: "Evaluate a release on the next documents",
  permission: "release.work",
  input: z.object({ id: evaluationId, after: z.string() }),
  output: z.object({ next: z.string().nullable() }),
  doors: ["job"],
  uses: ["ai", "files"],
  audit: { notAudited: "The evaluation is the record; it has a row of its own." },

  async handle(tools, { id, after }) {
    const { caller, ai, files, signal } = tools;
    const version = ai.featuresVersion;
    const found = await findCases(caller, { id, after, limit: AT_ONCE, version });
    const last = found.cases.at(-1);
    if (!found.isOpen || !last) return { next: null };
    const decided = await ai.decideTypes(
      {
        documents: await Promise.all(found.cases.map((each) => documentOf(tools, each))),
        taxonomy: found.types,
        releases: await Promise.all(
          found.releases.map(async ({ rungs, thresholds, heads }) => ({
            rules: { rungs, thresholds },
            heads: await readHeads(files, heads),
          })),
        ),
      },
      signal,
    );
    const byId = new Map(decided.map((each) => [each.documentId, each]));
    const items = found.cases.flatMap((each) => {
      const said = byId.get(each.documentId);
      return said ? [itemOf(each, said, found.releases.length)] : [];
    });
    await recordCases(caller, { id, items });
    return { next: found.cases.length < AT_ONCE ? null : last.documentId };
  },
});

async function documentOf({ files }: FlowTools<"files">, { modelKey, projectIds, ...each }: Case) {
  const text = modelKey === null ? "" : (await readModel(files, modelKey)).text;
  return keptOf(each, { text, projectIds });
}

function itemOf(
  { documentId, label, cluster, source, language, ocrQuality }: Case,
  { decisions: [own, before], tookMs }: DecidedDocument,
  releases: number,
) {
  return {
    documentId,
    label,
    cluster,
    source,
    language,
    ocrQuality,
    ...saidOf(own),
    rung: own?.rung ?? null,
    beforeSaid: before?.name ?? null,
    beforeLikeliest: before?.likeliest?.name ?? null,
    beforeConfidence: before?.likeliest?.confidence ?? null,
    tookUs: Math.round((1_000 * tookMs) / releases),
    // From what is kept, local models alone decide.
    costMicro: 0n,
  };
}

function saidOf(decision: TypeDecision | undefined) {
  return {
    said: decision?.name ?? null,
    likeliest: decision?.likeliest?.name ?? null,
    confidence: decision?.likeliest?.confidence ?? 0,
  };
}
