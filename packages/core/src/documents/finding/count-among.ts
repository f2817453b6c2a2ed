import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { Facets } from "../contract/document-detail";
import { fieldCounts } from "../contract/field-counts";
import { foldersWithin } from "../contract/folder-counts";

/** Counts visible documents out of a list for each value of each facet. */
export const countAmong = query("documents.count-among", {
  title: "Count some documents for each value of each facet",
  permission: "document.read",
  input: z.object({ ids: z.array(documentId) }),
  output: Facets,
  doors: [],

  async handle(tools, { ids }) {
    const { documents } = tools;
    const filter = { conditions: [{ kind: "ids" as const, ids }] };
    const counted = await documents.countTogether(filter);
    return {
      types: counted.type,
      projects: await documents.countBy("project", filter),
      tags: await documents.countBy("tag", filter),
      statuses: counted.status,
      languages: counted.language,
      years: await documents.countBy("year", filter),
      folders: foldersWithin(await documents.countByFolder(filter), null),
      fields: await fieldCounts(tools, () => filter),
      total: counted.total,
    };
  },
});
