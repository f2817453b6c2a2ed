import type { Repositories } from "@besunny/db/database";
import type { ClassificationResult } from "@besunny/db/workspace/documents/classification-results";

import { type SeenDocuments, Statements } from "./statements";

/** Returns those documents that these results follow and that the reader may see, with who gave them their type. */
export async function findSeen(
  { documents, labels }: Pick<Repositories, "documents" | "labels">,
  results: readonly ClassificationResult[],
): Promise<SeenDocuments> {
  const ids = results.flatMap(({ statements }) =>
    Statements.parse(statements).type.like.map(({ documentId }) => documentId),
  );
  if (ids.length === 0) return new Map();
  const found = await documents.findMany(ids);
  const authors = await labels.findAuthors(
    found.map(({ id }) => id),
    "type",
  );
  return new Map(
    found.map(({ id, title }) => [id, { document: { id, title }, by: authors.get(id) ?? null }]),
  );
}
