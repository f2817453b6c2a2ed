/** Returns the address of a page as the server draws it, at least `width` pixels wide. */
export function drawnPageAddress(documentId: string, page: number, width = 1600): string {
  return `/api/v1/documents/${documentId}/pages/${page}/image?width=${width}`;
}
