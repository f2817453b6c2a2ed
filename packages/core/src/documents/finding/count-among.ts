import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { Facets } from "../contract/document-detail";
import { facetCounts } from "../contract/facet-counts";

/** Counts visible documents out of a list for each value of each facet. */
export const countAmong = query("documents.count-among", {
  title: "Count some documents for each value of each facet",
  permission: "document.read",
  input: z.object({ ids: z.array(documentId) }),
  output: Facets,
  doors: [],

  handle: (tools, { ids }) =>
    facetCounts(tools, {
      filter: { conditions: [{ kind: "ids", ids }] },
      folder: null,
      withoutFacet: () => null,
      withoutField: () => null,
    }),
});
