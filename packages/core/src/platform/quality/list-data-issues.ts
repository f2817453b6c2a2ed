import { z } from "zod";
import { platformQuery } from "../../operation/platform";
import { issueStates } from "../../quality/contract/issue-words";
import { DataIssue, issueKind } from "../../quality/contract/issues";

const PlatformIssue = DataIssue.pick({
  id: true,
  documentId: true,
  kind: true,
  severity: true,
  source: true,
  details: true,
  state: true,
  foundAt: true,
}).extend({ workspaceId: z.string() });

/** Lists issues of documents across workspaces, the newest first: figures and ids, no words. */
export const listDataIssues = platformQuery("platform.list-data-issues", {
  title: "List issues of documents across workspaces",
  permission: "platform.read",
  input: z.object({
    workspaceId: z.string().max(60).nullable().default(null),
    kind: issueKind.nullable().default(null),
    source: z.string().max(80).nullable().default(null),
    state: z.enum(issueStates).default("open"),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ items: z.array(PlatformIssue) }),
  doors: ["admin"],

  async handle({ db }, { limit, ...filter }) {
    const rows = await db.platform.quality.listIssues(filter, limit);
    return { items: rows.map((row) => PlatformIssue.parse(row)) };
  },
});
