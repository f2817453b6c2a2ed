import { z } from "zod";
import { platformQuery } from "../../operation/platform";
import { IssueCount } from "../../quality/contract/issues";

/** Counts the issues of documents by workspace, kind, source, severity and state. */
export const countDataIssues = platformQuery("platform.count-data-issues", {
  title: "Count issues of documents across workspaces",
  permission: "platform.read",
  input: z.object({ workspaceId: z.string().max(60).nullable().default(null) }),
  output: z.object({ items: z.array(IssueCount.extend({ workspaceId: z.string() })) }),
  doors: ["admin"],

  async handle({ db }, { workspaceId }) {
    const rows = await db.platform.quality.countIssues(workspaceId);
    return { items: rows.map((row) => IssueCount.extend({ workspaceId: z.string() }).parse(row)) };
  },
});
