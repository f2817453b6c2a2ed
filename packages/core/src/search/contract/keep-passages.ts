import type { Repositories } from "@besunny/db/database";
import type { Passage } from "@besunny/db/workspace/documents/passages";
import { CUT_RELEASE } from "@besunny/document-model/cutting/cut-release";

import { likenessOf } from "./likeness-of";

/** Replaces the passages of a document, with the numbers by which its near-duplicates are found. */
export async function keepPassages(
  { passages, documentLikeness }: Pick<Repositories, "passages" | "documentLikeness">,
  documentId: string,
  given: readonly Passage[],
): Promise<void> {
  await passages.replace(documentId, given, CUT_RELEASE);
  await documentLikeness.put(documentId, likenessOf(given.map(({ text }) => text).join("\n")));
}
