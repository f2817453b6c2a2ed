import { z } from "zod";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { findLabelled } from "./find-labelled";
import { labelIssues } from "./label-issues";
import { recordLabelIssues } from "./record-label-issues";

/** Looks for labels that contradict each other, or that a model taught by the others would not give. */
export const lookAtLabels = flow("quality.look-at-labels", {
  title: "Look for labels that look wrong",
  permission: "quality.work",
  input: z.object({}),
  output: z.object({ labels: count, found: count }),
  doors: ["job"],
  uses: ["ai"],
  audit: { notAudited: "Issues are derived from labels and say nothing new." },

  async handle({ caller, ai }) {
    const labels = await findLabelled(caller, {});
    const issues = labelIssues(
      labels.map(({ features, ...label }) => ({
        ...label,
        vector: features && ai.meaningOf({ ...features, excerpt: "" }),
      })),
    );
    await recordLabelIssues(caller, { issues });
    return { labels: labels.length, found: issues.length };
  },
});
