import { z } from "zod";

import { DocumentSummary, summaryOf } from "../documents/contract/document-summary";
import { viewId } from "../ids";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { newMatches } from "./new-matches";
import { findView } from "./show-view";

/** Lists the documents of a view that became ready since the caller last looked. */
export const listNewDocuments = query("views.list-new-documents", {
  title: "List the new documents of a view",
  permission: "document.search",
  input: z.object({ id: viewId, ...paging }),
  output: pageOf(DocumentSummary),
  doors: ["web", "rest"],

  async handle(tools, { id, limit, cursor }) {
    const { documents, actor, clock } = tools;
    const { view } = await findView(tools, id);
    const since = view.habits?.seenAt ?? view.createdAt;
    const page = await documents.list(newMatches(view, since, { actor, now: clock() }), {
      limit,
      cursor: cursor ?? undefined,
    });
    return { ...page, items: page.items.map(summaryOf) };
  },
});
