import { z } from "zod";

import { evaluationId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

const Item = z.object({
  documentId: z.string(),
  label: z.string(),
  cluster: z.string(),
  said: z.string().nullable(),
  likeliest: z.string().nullable(),
  confidence: z.number(),
  rung: z.string().nullable(),
  beforeSaid: z.string().nullable(),
  beforeLikeliest: z.string().nullable(),
  beforeConfidence: z.number().nullable(),
  tookUs: z.number().int(),
  costMicro: z.bigint().nullable(),
  source: z.string(),
  language: z.string().nullable(),
  ocrQuality: z.number().nullable(),
});

/** Stores what the releases said of some documents. A second call adds nothing. */
export const recordCases = command("trials.record-cases", {
  title: "Store what releases said of documents",
  permission: "release.work",
  input: z.object({ id: evaluationId, items: z.array(Item).max(1_000) }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The evaluation is the record; it has a row of its own." },

  async handle({ evaluations, documents }, { id, items }) {
    const evaluation = await evaluations.find(id);
    if (evaluation?.state !== "queued" && evaluation?.state !== "running") return;
    // A document that was deleted meanwhile is in no dataset.
    const there = new Set(
      (await documents.findMany(items.map(({ documentId }) => documentId))).map((each) => each.id),
    );
    await evaluations.addItems(
      id,
      items.filter(({ documentId }) => there.has(documentId)),
    );
    await evaluations.update(id, { state: "running" });
  },
});
