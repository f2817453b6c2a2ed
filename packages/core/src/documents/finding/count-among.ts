import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { Facets } from "../contract/document-detail";
import { fieldCounts } from "../contract/field-counts";
import { foldersWithin } from "../contract/folder-counts";

/** Counts visible documents out of a list for each value of each facet. */
export const countAmong = query("documents.count-among", {
  title: "Count some documents by type, project, tag, status, language, year, folder and field",
  permission: "document.read",
  input: z.object({ ids: z.array(documentId) }),
  output: Facets,
  doors: [],

  async handle(tools, { ids }) {
    const { documents } = tools;
    const filter = { conditions: [{ kind: "ids" as const, ids }] };
    return {
      types: await documents.countBy("type", filter),
      projects: await documents.countBy("project", filter),
      tags: await documents.countBy("tag", filter),
      statuses: await documents.countBy("status", filter),
      languages: await documents.countBy("language", filter),
      years: await documents.countBy("year", filter),
      folders: foldersWithin(await documents.countByFolder(filter), null),
      fields: await fieldCounts(tools, () => filter),
      total: await documents.count(filter),
    };
  },
});
