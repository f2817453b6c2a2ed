import type { Repositories } from "@besunny/db/database";
import type { DocumentFacet } from "@besunny/db/workspace/documents/counting/facet-counts";
import type { DocumentFilter } from "@besunny/db/workspace/documents/document-filter";
import type { z } from "zod";

import type { Facets } from "./document-detail";
import { foldersWithin } from "./folder-counts";

/** A list may offer tens of thousands of values; its commonest are counted. */
const MOST_VALUES = 50;

/** The names under which people are shown the facets. */
const shownAs = {
  type: "types",
  project: "projects",
  tag: "tags",
  status: "statuses",
  language: "languages",
  year: "years",
  folder: "folders",
} as const satisfies Record<DocumentFacet, keyof z.infer<typeof Facets>>;
/** Every facet of documents. */
export const documentFacets = Object.keys(shownAs).filter(isFacet);
const countedKinds = ["list", "boolean"];

/** The filter whose documents are counted. A facet that narrows them is counted under another filter, without its own condition. */
export type Narrowing = {
  filter: DocumentFilter;
  /** The folder whose folders are counted; null is the top. */
  folder: string | null;
  /** The filter of a facet, or null where the facet does not narrow the list. */
  withoutFacet: (facet: DocumentFacet) => DocumentFilter | null;
  /** The same for the key of a field. */
  withoutField: (key: string) => DocumentFilter | null;
};

/** Counts documents for each value of each facet, and of each list and yes-or-no field of the workspace. */
export async function facetCounts(
  { customFields, documents }: Pick<Repositories, "customFields" | "documents">,
  { filter, folder, withoutFacet, withoutField }: Narrowing,
): Promise<z.infer<typeof Facets>> {
  const fields = (await customFields.list())
    .filter(({ kind, archivedAt }) => countedKinds.includes(kind) && archivedAt === null)
    .map(({ id, key, name }) => ({ id, key, name, own: withoutField(key) }));
  const facets = documentFacets.map((facet) => ({ facet, own: withoutFacet(facet) }));

  const together = await documents.countFacets(filter, {
    facets: facets.flatMap(({ facet, own }) => (own ? [] : [facet])),
    fieldIds: fields.flatMap(({ id, own }) => (own ? [] : [id])),
    mostValues: MOST_VALUES,
  });
  for (const { facet, own } of facets)
    if (own) {
      const alone = { facets: [facet], fieldIds: [], mostValues: MOST_VALUES };
      together.facets[facet] = (await documents.countFacets(own, alone)).facets[facet] ?? [];
    }
  for (const { id, own } of fields)
    if (own) {
      const alone = { facets: [], fieldIds: [id], mostValues: MOST_VALUES };
      together.fields.set(id, (await documents.countFacets(own, alone)).fields.get(id) ?? []);
    }

  const of = (facet: DocumentFacet) => together.facets[facet] ?? [];
  return {
    types: of("type"),
    projects: of("project"),
    tags: of("tag"),
    statuses: of("status"),
    languages: of("language"),
    years: of("year"),
    folders: foldersWithin(of("folder"), folder),
    fields: fields.flatMap(({ id, key, name }) => {
      const counts = together.fields.get(id) ?? [];
      return counts.length > 0 ? [{ id, key, name, counts }] : [];
    }),
    total: together.total,
  };
}

function isFacet(name: string): name is DocumentFacet {
  return name in shownAs;
}
