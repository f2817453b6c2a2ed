import { z } from "zod";
import { tellAdmins } from "../../costs/contract/tell-admins";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { JudgedMeasure, measureName } from "../contract/drift";
import { driftStates } from "../contract/drift-words";

/** Keeps how a week of a source compares with those before, in the place of what was said of it before. */
export const recordDrift = command("quality.record-drift", {
  title: "Store how a week compares with those before",
  permission: "quality.work",
  input: z.object({
    source: z.string(),
    week: z.date(),
    referenceFrom: z.date(),
    state: z.enum(driftStates),
    documents: z.number().int(),
    referenceDocuments: z.number().int(),
    measures: z.array(JudgedMeasure),
    examples: z.array(z.object({ documentId: z.string(), measure: measureName })),
    estimatedAccuracy: z.number().nullable(),
    estimatedOn: z.number().int(),
    labelledAccuracy: z.number().nullable(),
    labelled: z.number().int(),
    looks: z.number().int(),
    fingerprint: z.string(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "It is derived from documents and says nothing new." },

  async handle(tools, { examples, ...window }) {
    const { documents, driftWindows, clock } = tools;
    const left = await documents.findMany(examples.map(({ documentId }) => documentId));
    const ids = new Set(left.map(({ id }) => id));
    await driftWindows.put(
      { ...window, computedAt: clock() },
      examples.filter(({ documentId }) => ids.has(documentId)),
    );
    if (window.state !== "drifted") return;
    const day = window.week.toISOString().slice(0, 10);
    const key = `drift:${window.source}:${day}`;
    await tellAdmins(tools, { kind: "drift", day, count: 1, key, createdAt: clock() });
  },
});
