import { z } from "zod";
import { query } from "../../operation/query";
import { IssueCount } from "../contract/issues";

/** Counts the issues of documents by kind, source, severity and state. */
export const countIssues = query("quality.count-issues", {
  title: "Count issues of documents",
  permission: "quality.review",
  input: z.object({}),
  output: z.object({ items: z.array(IssueCount) }),
  doors: ["web"],

  handle: async ({ dataIssues }) => ({
    items: (await dataIssues.count()).map((each) => IssueCount.parse(each)),
  }),
});
