import type { IndexedPassage } from "./passage-index";

export const DIMENSIONS = 8;

/** A vector that points mostly along one axis. */
export function along(axis: number, aside = 0): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  vector[axis] = 1;
  vector[(axis + 1) % DIMENSIONS] = aside;
  return vector;
}

type Given = Partial<IndexedPassage["payload"]> & Partial<Omit<IndexedPassage, "payload">>;

/** A passage that everyone may see, unless something else is given. */
export function aPassage({
  documentId = "doc_1",
  number = 0,
  vector,
  text,
  ...payload
}: Given = {}) {
  return {
    documentId,
    number,
    vector: vector ?? along(0),
    text: text ?? "The tenant pays the rent in advance.",
    payload: {
      projectIds: [],
      access: ["ws"],
      type: "contract",
      status: "ready",
      language: "en",
      createdAt: "2026-03-01T10:00:00.000Z",
      page: 1,
      ...payload,
    },
  };
}
