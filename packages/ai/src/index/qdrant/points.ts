import { v5 as uuidv5 } from "uuid";

import type { IndexedPassage, PassagePayload } from "../passage-index";
import { DENSE, SPARSE } from "./collection";
import { passageWords } from "./passage-words";

const NAMESPACE = "6d0c4a4e-4c55-5d8e-9d0e-6a2f3a7a3c11";

/** Returns a passage as the point that Qdrant keeps. Its id is always the same. */
export function pointOf(
  workspaceId: string,
  documentId: string,
  { number, vector, text, payload }: IndexedPassage,
) {
  const words = passageWords(text, payload.language);
  return {
    id: pointId(workspaceId, documentId, number),
    vector: { [DENSE]: [...vector], [SPARSE]: words.vector },
    payload: {
      workspace_id: workspaceId,
      document_id: documentId,
      number,
      ...payloadOf(payload),
      ...words.payload,
    },
  };
}

export function pointId(workspaceId: string, documentId: string, number: number): string {
  return uuidv5(`${workspaceId}/${documentId}/${number}`, NAMESPACE);
}

/** Returns the given fields of a payload under Qdrant's names. */
export function payloadOf(payload: Partial<PassagePayload>): Record<string, unknown> {
  const { projectIds, access, type, status, language, createdAt, page } = payload;
  const named: Record<string, unknown> = {
    project_ids: projectIds,
    access,
    type,
    status,
    language,
    created_at: createdAt === undefined ? undefined : new Date(createdAt).toISOString(),
    page,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

/** Returns the operations that give points new words and leave the rest of them. */
export function newWords(points: readonly { id: string; text: string; language: string | null }[]) {
  const worded = points.map(({ id, text, language }) => ({
    id,
    ...passageWords(text, language),
  }));
  return [
    {
      update_vectors: {
        points: worded.map(({ id, vector }) => ({ id, vector: { [SPARSE]: vector } })),
      },
    },
    ...worded.map(({ id, payload }) => ({ set_payload: { payload, points: [id] } })),
  ];
}
