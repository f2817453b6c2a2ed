import type { SampledDocument } from "@besunny/db/workspace/quality/drift-windows";
import { z } from "zod";
import { featuresVersion } from "../../models/contract/measure-document";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { mostVectors } from "./compare";
import { WEEKS_BEFORE } from "./due-windows";
import { weeksAfter } from "./weeks";

const MOST_IN_WINDOW = 1_000;
const MOST_IN_REFERENCE = 2_000;

type Kept = { documentId: string; version: string; values: Uint8Array; excerpt: string };

/** Returns documents of a source, at most 1,000 of one week and 2,000 of the weeks before. Some come with their kept meaning. */
export const findDriftDocuments = query("quality.find-drift-documents", {
  title: "Find documents to compare weeks by",
  permission: "quality.work",
  input: z.object({ source: z.string(), week: z.date() }),
  output: ofType<{ window: SampledDocument[]; reference: SampledDocument[]; kept: Kept[] }>(),
  doors: [],

  async handle({ driftWindows }, { source, week }) {
    const sample = (from: Date, until: Date, limit: number) =>
      driftWindows.sample(source, { from, until }, { version: featuresVersion, limit });
    const window = await sample(week, weeksAfter(week, 1), MOST_IN_WINDOW);
    const reference = await sample(weeksAfter(week, -WEEKS_BEFORE), week, MOST_IN_REFERENCE);
    const compared = [...window.slice(0, mostVectors), ...reference.slice(0, mostVectors)];
    return {
      window,
      reference,
      kept: await driftWindows.listFeatures(compared.map(({ id }) => id)),
    };
  },
});
