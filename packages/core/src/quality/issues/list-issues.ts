import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { pageOf, paging } from "../../shapes";
import { issueStates } from "../contract/issue-words";
import { DataIssue, issueKind } from "../contract/issues";

/** Lists what is wrong with documents, the newest first. */
export const listIssues = query("quality.list-issues", {
  title: "List issues of documents",
  permission: "quality.review",
  input: z.object({
    ...paging,
    state: z.enum(issueStates).default("open"),
    kind: issueKind.optional(),
    source: z.string().max(80).optional(),
    documentId: documentId.optional(),
  }),
  output: pageOf(DataIssue),
  doors: ["web"],

  async handle({ dataIssues }, { cursor, limit, ...filter }) {
    const page = await dataIssues.list(filter, { limit, ...(cursor && { cursor }) });
    return { ...page, items: page.items.map((item) => DataIssue.parse(item)) };
  },
});
