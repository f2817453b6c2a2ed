import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { queryText, toRepositoryFilter } from "../contract/document-filter";

/** More documents than these are not named one by one. */
const MOST = 20_000;

/** Returns the ids of the visible documents that fulfil a query, of all or of some; null if there are too many. */
export const listMatchingIds = query("documents.list-matching-ids", {
  title: "List the ids of the documents that fulfil a query",
  permission: "document.search",
  input: z.object({ q: queryText, among: z.array(documentId).optional() }),
  output: z.object({ ids: z.array(z.string()).nullable() }),
  doors: [],

  async handle({ documents, actor, clock }, { q, among }) {
    const filter = toRepositoryFilter({ q }, { actor, now: clock() });
    const chosen = among && [{ kind: "ids" as const, ids: among }];
    const conditions = [...(filter.conditions ?? []), ...(chosen ?? [])];
    const ids = await documents.listIds({ ...filter, conditions }, MOST + 1);
    return { ids: ids.length > MOST ? null : ids };
  },
});
