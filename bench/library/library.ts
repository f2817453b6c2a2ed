import { rm } from "node:fs/promises";
import { loadavg } from "node:os";

import { documentSorts } from "@besunny/core/documents/contract/document-words";
import { documentFacets } from "@besunny/core/documents/contract/facet-counts";
import { createDatabase, type Repositories } from "@besunny/db/database";
import { stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { readSecrets } from "@besunny/db/server/secrets";
import type { DocumentFilter } from "@besunny/db/workspace/documents/document-filter";

import { aDataDirectory, startDatabase } from "../database";
import { percentile, type Report } from "../report";
import { fillLibrary, LIST_FIELD, NUMBER_FIELD, WORKSPACE } from "./fill";

const PAGE = 100;
const scope = { workspaceId: WORKSPACE, principals: ["all"] };

type Measured = { name: string; read: (repositories: Repositories) => Promise<unknown> };

/** Measures what the library asks of PostgreSQL: pages in each order, all facets and counts, with the rights of a person. */
export async function library({ rows = "100000", rounds = "20" }): Promise<Report> {
  const loadBefore = loadavg()[0] ?? 0;
  const dataDirectory = await aDataDirectory();
  try {
    const { superuserUrl, roles } = await startDatabase(dataDirectory);
    await fillLibrary(superuserUrl, Number(rows));
    const database = createDatabase(roles);
    const report: Report = { rows: Number(rows), load_average_before: loadBefore };
    for (const { name, read } of measured()) {
      const times: number[] = [];
      for (let round = 0; round < Number(rounds); round += 1) {
        const start = performance.now();
        await database.read(scope, read);
        times.push(performance.now() - start);
      }
      report[`${name}_p50_ms`] = percentile(times, 0.5);
      report[`${name}_p95_ms`] = percentile(times, 0.95);
      console.error(`${name}: ${percentile(times, 0.5).toFixed(0)} ms`);
    }
    await database.close();
    return report;
  } finally {
    const postgresDirectory = (await readSecrets({ dataDirectory }))?.postgresDirectory;
    await stopEmbeddedPostgres({ dataDirectory, mode: "immediate" });
    if (postgresDirectory) await rm(postgresDirectory, { recursive: true, force: true });
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

function measured(): Measured[] {
  const list = (name: string, filter: DocumentFilter, order?: Order): Measured => ({
    name,
    read: ({ documents }) => documents.list(filter, { limit: PAGE, order }),
  });
  const byField = (fieldId: string, kind: string, direction: "asc" | "desc") =>
    list(`sort_${kind}_field_${direction}`, {}, { fieldId, kind, direction });
  const centre: DocumentFilter = {
    conditions: [{ kind: "field", key: "cost-centre", value: { kind: "text", text: "Centre 7" } }],
  };
  const folder: DocumentFilter = { conditions: [{ kind: "folder", paths: ["Archive/2007"] }] };
  return [
    ...documentSorts.map((order) => list(`sort_${order}`, {}, order)),
    byField(LIST_FIELD, "list", "asc"),
    byField(LIST_FIELD, "list", "desc"),
    byField(NUMBER_FIELD, "number", "asc"),
    byField(NUMBER_FIELD, "number", "desc"),
    list("where_field", centre),
    list("where_folder", folder),
    { name: "count", read: ({ documents }) => documents.count({}) },
    {
      name: "facets",
      read: ({ documents }) =>
        documents.countFacets(
          {},
          { facets: documentFacets, fieldIds: [LIST_FIELD], mostValues: 50 },
        ),
    },
    {
      name: "options",
      read: ({ fieldOptions }) => fieldOptions.list(LIST_FIELD, { q: "2999", limit: 50 }),
    },
  ];
}

type Order = NonNullable<Parameters<Repositories["documents"]["list"]>[1]["order"]>;
