import { sensitivities } from "@besunny/document-model/statements/personal-data-kinds";
import { z } from "zod";
import { count, idIn, instant } from "../../shapes";
import { issueKinds, issueStates } from "./issue-words";

export const issueKind = z.enum(issueKinds);

/** Figures and ids that explain an issue, such as the share of garbled words, or the document that a duplicate repeats. */
export const IssueDetails = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));
export type IssueDetails = z.infer<typeof IssueDetails>;

/** An issue of a document. `texts` are the lines or types that it is about. */
export const DataIssue = z.object({
  id: idIn("iss"),
  documentId: idIn("doc"),
  title: z.string(),
  kind: issueKind,
  severity: z.enum(sensitivities),
  source: z.string(),
  details: IssueDetails,
  texts: z.array(z.string()),
  state: z.enum(issueStates),
  reason: z.string().nullable(),
  foundAt: instant,
  decidedAt: instant.nullable(),
});
export type DataIssue = z.infer<typeof DataIssue>;

/** A number of issues that have all of these in common. */
export const IssueCount = z.object({
  kind: issueKind,
  source: z.string(),
  severity: z.enum(sensitivities),
  state: z.enum(issueStates),
  count,
});
