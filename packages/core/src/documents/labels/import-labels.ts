import { z } from "zod";

import { AppError } from "../../errors";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";
import { fileInProject } from "../contract/file-in-project";
import { fillField } from "../fields/fill-field";
import { labelType } from "../label-type";
import { planLabels } from "./plan-labels";
import { labelsCsv } from "./preview-labels";

/**
 * Writes the types, projects and fields of a CSV into documents, all in one transaction, each type with a label. Throws `INVALID_INPUT` if a
 * row has a problem, unless those rows are to be left out. Returns the ids of the documents of the rows.
 */
export const importLabels = command("documents.import-labels", {
  title: "Import types from a CSV",
  permission: "document.correct",
  input: z.object({
    csv: labelsCsv,
    /** True if rows with problems are left out. */
    isWithoutProblems: z.boolean().default(false),
    /** True if the caller has seen that this opens documents to the whole workspace. */
    isConfirmed: z.boolean().default(false),
  }),
  output: ofIds,
  doors: ["web"],
  timeoutSeconds: 300,

  async handle(tools, { csv, isWithoutProblems, isConfirmed }) {
    const planned = await planLabels(tools, csv);
    const bad = planned.filter(({ problems }) => problems.length > 0);
    if (bad.length > 0 && !isWithoutProblems)
      throw new AppError("INVALID_INPUT", `Line ${bad[0]?.line} cannot be imported`, {
        hint: "Look at the preview, or leave out the rows with problems.",
        errors: bad.slice(0, 50).map(({ line, problems }) => ({
          path: `line ${line}`,
          message: problems.map(({ problem, about }) => `${problem}: ${about}`).join("; "),
        })),
      });
    const good = planned.flatMap(({ document, problems, ...row }) =>
      document && problems.length === 0 ? [{ ...row, document }] : [],
    );
    for (const { document, type } of good)
      if (type !== null) await labelType(tools, document, { type, place: "import" });
    for (const [projectId, rows] of Map.groupBy(good, ({ project }) => project?.id ?? null))
      if (projectId !== null)
        await fileInProject(tools, {
          projectId,
          add: rows.map(({ document }) => document.id),
          isConfirmed,
          place: "import",
        });
    const filled = good.flatMap(({ document, values }) =>
      values.map(({ field, value }) => ({ id: document.id, fieldId: field.id, value })),
    );
    for (const same of Map.groupBy(filled, (each) => `${each.fieldId} ${each.value}`).values())
      if (same[0]) await fillField(tools, { ...same[0], ids: same.map(({ id }) => id) });
    return { ids: good.map(({ document }) => document.id) };
  },
});
