import type { Repositories } from "@besunny/db/database";
import type { DocumentFilter } from "@besunny/db/workspace/documents/document-filter";
import type { z } from "zod";

import type { Facets } from "./document-detail";

/** A list may offer tens of thousands of values; its commonest are counted. */
const MOST_VALUES = 50;
const counted = ["list", "boolean"];

/** Counts documents for each value of each list and yes-or-no field of the workspace. `filterFor` returns the filter for a field's key. */
export async function fieldCounts(
  { customFields, documents }: Pick<Repositories, "customFields" | "documents">,
  filterFor: (key: string) => DocumentFilter,
): Promise<z.infer<typeof Facets>["fields"]> {
  const fields = (await customFields.list()).filter(
    ({ kind, archivedAt }) => counted.includes(kind) && archivedAt === null,
  );
  const shown: z.infer<typeof Facets>["fields"] = [];
  for (const { id, key, name } of fields) {
    const counts = await documents.countByField(id, filterFor(key), MOST_VALUES);
    if (counts.length > 0) shown.push({ id, key, name, counts });
  }
  return shown;
}
