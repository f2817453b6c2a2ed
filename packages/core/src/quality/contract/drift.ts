import { z } from "zod";
import { count, day, instant } from "../../shapes";
import { driftStates, measureNames } from "./drift-words";

export const measureName = z.enum(measureNames);
export type MeasureName = z.infer<typeof measureName>;

/** One comparison of a week with the weeks before. `size` is the difference; it is drift if it reaches `floor` and `p` is at most `threshold`. */
export const JudgedMeasure = z.object({
  name: measureName,
  kind: z.enum(["mean", "bins", "centroid", "mmd"]),
  value: z.number().nullable(),
  reference: z.number().nullable(),
  size: z.number(),
  floor: z.number(),
  p: z.number(),
  threshold: z.number(),
  documents: count,
  isDrifted: z.boolean(),
});

/**
 * The documents of a source and a week (from Monday, UTC), compared with what came before. `estimatedAccuracy` is the mean calibrated confidence of
 * the model's types: an estimate without labels. `labelledAccuracy` is the share of people's labels that say the same.
 */
export const DriftWindow = z.object({
  workspaceId: z.string(),
  source: z.string(),
  week: day,
  state: z.enum(driftStates),
  documents: count,
  referenceDocuments: count,
  referenceFrom: day,
  measures: z.array(JudgedMeasure),
  estimatedAccuracy: z.number().nullable(),
  estimatedOn: count,
  labelledAccuracy: z.number().nullable(),
  labelled: count,
  looks: count,
  computedAt: instant,
  examples: z.array(z.object({ documentId: z.string(), measure: measureName })),
});
export type DriftWindow = z.infer<typeof DriftWindow>;
