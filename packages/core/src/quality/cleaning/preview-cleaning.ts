import { cleanDocument } from "@besunny/document-model/cleaning/clean-document";
import { z } from "zod";
import { readModel } from "../../content/contract/parsed-document-file";
import { conflict } from "../../errors";
import { issueId } from "../../ids";
import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { cleaningKind } from "../contract/cleanings";
import { changedParts } from "./changed-parts";
import { findSuggested } from "./find-suggested";

/**
 * Shows what the cleaning of an issue would change: the text before and after. For a duplicate, the text that goes and the one that stays.
 * Changes nothing.
 */
export const previewCleaning = flow("quality.preview-cleaning", {
  title: "Preview the cleaning of an issue",
  permission: "quality.review",
  input: z.object({ issueId }),
  output: z.object({
    kind: cleaningKind,
    parts: z.array(z.object({ kind: z.enum(["same", "before", "after"]), text: z.string() })),
    charactersBefore: count,
    charactersAfter: count,
    kept: z.object({ id: z.string(), title: z.string() }).nullable(),
  }),
  doors: ["web"],
  uses: ["files"],
  audit: { notAudited: "It changes nothing and shows a text that its caller may read." },

  async handle({ caller, files }, { issueId: id }) {
    const { cleaning, modelKey, kept } = await findSuggested(caller, { issueId: id });
    if (!cleaning || !modelKey) conflict("Nothing can be done about this issue by itself");
    const model = await readModel(files, modelKey);
    const after = await textAfter();
    return {
      kind: cleaning.kind,
      parts: changedParts(model.text, after),
      charactersBefore: model.text.length,
      charactersAfter: after.length,
      kept: kept && { id: kept.id, title: kept.title },
    };

    async function textAfter() {
      if (cleaning?.kind === "keep-one")
        return kept?.modelKey ? (await readModel(files, kept.modelKey)).text : "";
      if (cleaning?.kind === "repair-encoding")
        return cleanDocument(model, [{ kind: cleaning.kind }]).text;
      const keys = cleaning && "keys" in cleaning.params ? cleaning.params.keys : [];
      return cleanDocument(model, [{ kind: "leave-out-boilerplate", keys }]).text;
    }
  },
});
