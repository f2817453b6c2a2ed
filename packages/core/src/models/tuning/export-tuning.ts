import { z } from "zod";

import { conflict } from "../../errors";
import { flow } from "../../operation/flow";
import { rulesFor } from "../../redaction/contract/policy";
import { refusalOf, refusalSentence } from "../../redaction/contract/refusal";
import { getPolicy } from "../../redaction/get-policy";
import { recordLabelExport } from "../labels/record-label-export";
import { listTuningExamples } from "./list-tuning-examples";

/**
 * Returns labelled documents as JSON Lines for a trainer elsewhere, with a manifest. Details are replaced by the rules of the workspace, as if the texts
 * went to a hosted model. Records the download.
 */
export const exportTuning = flow("models.export-tuning", {
  title: "Download files to tune a model elsewhere",
  permission: "type.manage",
  input: z.object({}),
  output: z.object({ jsonl: z.string(), manifest: z.string(), examples: z.number() }),
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "Recording the export records it." },

  async handle({ caller, ai, clock, signal }) {
    const examples = await listTuningExamples(caller, { datasetId: null });
    if (examples.length === 0) conflict("Nobody has taught anything that may leave");
    const rules = rulesFor(await getPolicy(caller, {}), null);
    const redacted = await ai.redact(
      { texts: examples.map(({ text }) => text), actions: rules.actions },
      signal,
    );
    const refusal = refusalOf(redacted, rules);
    if (refusal !== null) conflict(refusalSentence(refusal, redacted));
    const { jsonl, manifest } = await ai.exportTuning(
      examples.map(({ type }, index) => ({ type, text: redacted.texts[index] ?? "" })),
      clock(),
    );
    await recordLabelExport(caller, {});
    return { jsonl, manifest: JSON.stringify(manifest, null, 2), examples: examples.length };
  },
});
