/** Returns the address of a document within the app. */
export function linkOf(documentId: string): string {
  return `/documents/${documentId}`;
}
