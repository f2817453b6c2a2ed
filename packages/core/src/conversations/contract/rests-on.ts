import type { z } from "zod";

import type { AnswerItem } from "../../answers/contract/answer";

type Done = Extract<z.infer<typeof AnswerItem>, { kind: "done" }>;

/** The documents of an answer: those that it was made from, and others whose text is sent with it. */
export type RestsOn = { documentIds: string[]; otherDocumentIds: string[] };

/**
 * Returns the documents that an answer rests on. The words of a hosted model may repeat an earlier answer, so its answer rests on what the
 * earlier ones rest on too.
 */
export function restsOn(done: Done, earlier: readonly string[]): RestsOn {
  const { citations, table, understood, nearMisses, producedBy } = done;
  const documentIds = new Set([
    ...citations.map(({ documentId }) => documentId),
    ...(table?.rows ?? []).flatMap(({ documentId }) => documentId ?? []),
    ...(understood?.documents ?? []).map(({ documentId }) => documentId),
    ...(producedBy.kind === "openai" ? earlier : []),
  ]);
  const others = [...nearMisses.map(({ documentId }) => documentId), ...readBy(done)];
  return {
    documentIds: [...documentIds],
    otherDocumentIds: [...new Set(others)].filter((id) => !documentIds.has(id)),
  };
}

/** Returns the documents whose text may be in an item of an answer, where the item names them. */
export function readBy(item: z.infer<typeof AnswerItem>): string[] {
  return item.read ?? [];
}
