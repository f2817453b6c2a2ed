import { z } from "zod";

import { query } from "../../operation/query";
import { count, idIn } from "../../shapes";
import { labelProblems, planLabels } from "./plan-labels";

/** The text of a CSV of labels. */
export const labelsCsv = z.string().min(1).max(2_000_000);

/** Shows what importing a CSV of labels would do, row by row, and why rows cannot be imported. Changes nothing. */
export const previewLabels = query("documents.preview-labels", {
  title: "Preview the import of types from a CSV",
  permission: "document.correct",
  input: z.object({ csv: labelsCsv }),
  output: z.object({
    rows: z.array(
      z.object({
        line: count,
        given: z.string(),
        document: z.object({ id: idIn("doc"), title: z.string() }).nullable(),
        before: z.string().nullable(),
        type: z.string().nullable(),
        project: z.object({ id: idIn("prj"), name: z.string() }).nullable(),
        values: z.array(z.object({ field: z.string(), value: z.string() })),
        problems: z.array(z.object({ problem: z.enum(labelProblems), about: z.string() })),
      }),
    ),
    good: count,
    bad: count,
  }),
  doors: ["web"],

  async handle(tools, { csv }) {
    const planned = await planLabels(tools, csv);
    const bad = planned.filter(({ problems }) => problems.length > 0).length;
    return {
      rows: planned.map(({ document, project, values, ...row }) => ({
        ...row,
        document: document && { id: document.id, title: document.title },
        before: document?.type ?? null,
        project: project && { id: project.id, name: project.name },
        values: values.map(({ field, value }) => ({ field: field.name, value })),
      })),
      good: planned.length - bad,
      bad,
    };
  },
});
