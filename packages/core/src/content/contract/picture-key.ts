/**
 * Returns the key of a picture that a document shows. `id` is the hash of its bytes, so that a key's content never changes and a document that
 * is read again keeps its pictures.
 */
export function pictureKeyOf(workspaceId: string, documentId: string, id: string): string {
  return `derived/${workspaceId}/${documentId}/pictures/${id}`;
}
