import { z } from "zod";
import { featuresVersion } from "../../models/contract/measure-document";
import { command } from "../../operation/command";
import { count } from "../../shapes";
import { documentKinds, issuesOf } from "./issues-of";

const AT_ONCE = 200;

/** Looks for issues of documents that have changed since they were last looked at. Each call takes the next ones; a repeated call finds none. */
export const lookOverDocuments = command("quality.look-over-documents", {
  title: "Look for issues of documents",
  permission: "quality.work",
  input: z.object({}),
  output: z.object({ looked: count, found: count, isMore: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "Issues are derived from documents and say nothing new." },
  timeoutSeconds: 120,

  async handle({ dataIssues, featureValues, clock }) {
    const documents = await dataIssues.listToLookAt(featuresVersion, AT_ONCE);
    if (documents.length === 0) return { looked: 0, found: 0, isMore: false };
    const found = documents.flatMap(issuesOf);
    const documentIds = documents.map(({ id }) => id);
    await dataIssues.keep({ documentIds, kinds: documentKinds }, found, clock());
    await featureValues.markLooked(
      featuresVersion,
      documents.map(({ id, seq, nearDuplicates }) => ({ documentId: id, seq, nearDuplicates })),
    );
    return { looked: documents.length, found: found.length, isMore: documents.length === AT_ONCE };
  },
});
