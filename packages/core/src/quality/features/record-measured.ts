import { z } from "zod";
import { documentId } from "../../ids";
import { FeatureValues, featuresVersion } from "../../models/contract/measure-document";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Stores the features of documents that were measured again. Documents that are gone are left out. */
export const recordMeasured = command("quality.record-measured", {
  title: "Store features of documents",
  permission: "quality.work",
  input: z.object({ measured: z.array(z.object({ documentId, values: FeatureValues })).max(500) }),
  output: nothing,
  doors: [],
  audit: { notAudited: "They are derived from documents and say nothing new." },

  async handle({ documents, featureValues }, { measured }) {
    const left = new Set(
      (await documents.findMany(measured.map((each) => each.documentId))).map(({ id }) => id),
    );
    const kept = measured.filter((each) => left.has(each.documentId));
    if (kept.length > 0) await featureValues.put(featuresVersion, kept);
  },
});
