type Asking<Ai> = Ai & {
  as?(scope: { documentId: string; userId: string | null; projectIds: readonly string[] }): Ai;
};

/** Returns the models, working for a document: for the person who brought it, and for its projects. */
export function aiOfDocument<Ai>(
  ai: Asking<Ai>,
  document: { id: string; uploadedById: string | null; filedIn: readonly { id: string }[] },
): Ai {
  const { id: documentId, uploadedById: userId, filedIn } = document;
  return ai.as?.({ documentId, userId, projectIds: filedIn.map(({ id }) => id) }) ?? ai;
}
