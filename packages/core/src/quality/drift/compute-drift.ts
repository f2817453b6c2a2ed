import type { SampledDocument } from "@besunny/db/workspace/quality/drift-windows";
import { z } from "zod";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { seedOf } from "../statistics/random-of";
import { accuracyOf } from "./accuracy-of";
import { WEEKS_BEFORE } from "./due-windows";
import { findDriftDocuments } from "./find-drift-documents";
import { findDueWindows } from "./find-due-windows";
import { judgeWindow } from "./judge-window";
import type { DriftDocument } from "./measures";
import { recordDrift } from "./record-drift";
import { weeksAfter } from "./weeks";

/** Compares weeks of sources with those before, where something has changed; some at a call. A repeated call goes on with the others. */
export const computeDrift = flow("quality.compute-drift", {
  title: "Compare weeks of sources with those before",
  permission: "quality.work",
  input: z.object({ most: z.number().int().min(1).max(50).default(4) }),
  output: z.object({ computed: count, drifted: count, isMore: z.boolean() }),
  doors: ["job"],
  uses: ["ai"],
  audit: { notAudited: "It is derived from documents and says nothing new." },

  async handle({ caller, ai, workspaceId }, { most }) {
    const due = await findDueWindows(caller, {});
    let drifted = 0;
    for (const { source, week, look, fingerprint } of due.slice(0, most)) {
      const { window, reference, kept } = await findDriftDocuments(caller, { source, week });
      const vectors = new Map(kept.map((each) => [each.documentId, ai.meaningOf(each)]));
      const seed = seedOf(`${workspaceId} ${source} ${week.toISOString()}`);
      const judged = judgeWindow({
        window: window.map((each) => asDriftDocument(each, vectors)),
        reference: reference.map((each) => asDriftDocument(each, vectors)),
        seed,
        look,
      });
      if (judged.state === "drifted") drifted += 1;
      await recordDrift(caller, {
        ...judged,
        ...accuracyOf(window),
        source,
        week,
        referenceFrom: weeksAfter(week, -WEEKS_BEFORE),
        documents: window.length,
        referenceDocuments: reference.length,
        looks: look,
        fingerprint,
      });
    }
    return { computed: Math.min(due.length, most), drifted, isMore: due.length > most };
  },
});

function asDriftDocument(
  { id, createdAt, isUnderstood, type, confidence, values }: SampledDocument,
  vectors: ReadonlyMap<string, Float32Array | null>,
): DriftDocument {
  return {
    id,
    day: createdAt.toISOString().slice(0, 10),
    isUnknown: isUnderstood ? type === null : null,
    confidence,
    values: values ?? {},
    vector: vectors.get(id) ?? null,
  };
}
