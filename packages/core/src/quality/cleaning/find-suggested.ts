import { z } from "zod";
import { notFound } from "../../errors";
import { issueId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { cleaningOf, type SuggestedCleaning } from "./cleaning-of";

type Suggested = {
  cleaning: SuggestedCleaning | null;
  /** The parsed document, and that of the document that would stay instead. */
  modelKey: string | null;
  kept: { id: string; title: string; modelKey: string | null } | null;
};

/** Returns the cleaning that an issue suggests, with the places of the documents that it is about. */
export const findSuggested = query("quality.find-suggested", {
  title: "Find the cleaning of an issue",
  permission: "quality.review",
  input: z.object({ issueId }),
  output: ofType<Suggested>(),
  doors: [],

  async handle({ dataIssues, documents }, { issueId: id }) {
    const issue = (await dataIssues.findMany([id]))[0] ?? notFound("Issue", id);
    const cleaning = cleaningOf(issue);
    const document = await documents.find(issue.documentId);
    const keptId = cleaning && "of" in cleaning.params ? cleaning.params.of : null;
    const kept = keptId ? await documents.find(keptId) : null;
    return {
      cleaning,
      modelKey: document?.modelKey ?? null,
      kept: kept && { id: kept.id, title: kept.title, modelKey: kept.modelKey },
    };
  },
});
