import type { QdrantClient, Schemas } from "@qdrant/js-client-rest";
import { z } from "zod";

import { TERM_FORM } from "../../words/terms";
import type { IndexedDocument } from "../passage-index";

const POINTS_A_PAGE = 1_000;

const Point = z.object({
  id: z.string(),
  payload: z.object({
    document_id: z.string(),
    project_ids: z.array(z.string()),
    access: z.array(z.string()),
    type: z.string().nullish(),
    status: z.string(),
    language: z.string().nullish(),
    created_at: z.string(),
    form: z.number().nullish(),
  }),
});

/** Returns the index's content for each of these documents. Reads all their points, without vectors. */
export async function describePoints(
  client: QdrantClient,
  collection: string,
  workspaceId: string,
  documentIds: readonly string[],
): Promise<IndexedDocument[]> {
  const documents = new Map<string, IndexedDocument>();
  const seen = new Set<string>();
  let offset: Schemas["ExtendedPointId"] | null | undefined;
  do {
    const page = await client.scroll(collection, {
      filter: {
        must: [
          { key: "workspace_id", match: { value: workspaceId } },
          { key: "document_id", match: { any: [...documentIds] } },
        ],
      },
      limit: POINTS_A_PAGE,
      with_payload: { exclude: ["words", "row"] },
      with_vector: false,
      ...(offset !== undefined && offset !== null && { offset }),
    });
    for (const point of z.array(Point).parse(page.points)) add(documents, seen, point.payload);
    offset = page.next_page_offset === null ? null : pointId(page.next_page_offset);
  } while (offset !== null && offset !== undefined);
  return [...documents.values()];
}

function add(
  documents: Map<string, IndexedDocument>,
  seen: Set<string>,
  { document_id: documentId, ...held }: z.infer<typeof Point>["payload"],
): void {
  const described = documents.get(documentId) ?? {
    documentId,
    passages: 0,
    payloads: [],
    isOutdated: false,
  };
  documents.set(documentId, described);
  described.passages += 1;
  described.isOutdated ||= held.form !== TERM_FORM;
  const payload = {
    projectIds: held.project_ids,
    access: held.access,
    type: held.type ?? null,
    status: held.status,
    language: held.language ?? null,
    createdAt: held.created_at,
  };
  const key = `${documentId} ${JSON.stringify(payload)}`;
  if (seen.has(key)) return;
  seen.add(key);
  described.payloads.push(payload);
}

function pointId(offset: unknown): string | number | undefined {
  return typeof offset === "string" || typeof offset === "number" ? offset : undefined;
}
