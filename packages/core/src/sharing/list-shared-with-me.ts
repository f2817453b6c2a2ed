import { z } from "zod";

import { personOf } from "../access/person-of";
import { DocumentSummary, summaryOf } from "../documents/contract/document-summary";
import { query } from "../operation/query";
import { instant } from "../shapes";

const MOST_LISTED = 200;

/** Lists the documents that others shared with the caller or with their groups, the latest first; at most 200. */
export const listSharedWithMe = query("sharing.list-shared-with-me", {
  title: "List what is shared with me",
  permission: "document.read",
  input: z.object({}),
  output: z.array(
    z.object({
      document: DocumentSummary,
      sharedAt: instant,
      byName: z.string().nullable(),
      throughGroups: z.array(z.string()),
    }),
  ),
  doors: ["web"],

  async handle({ documents, documentShares, actor }) {
    const { id, groups = [] } = personOf(actor);
    const shares = await documentShares.listWith(id, groups, MOST_LISTED);
    const found = await documents.findMany(shares.map(({ documentId }) => documentId));
    return shares.flatMap(({ documentId, throughGroups, ...share }) => {
      const document = found.find((each) => each.id === documentId);
      if (!document) return [];
      return [{ document: summaryOf(document), throughGroups: throughGroups ?? [], ...share }];
    });
  },
});
