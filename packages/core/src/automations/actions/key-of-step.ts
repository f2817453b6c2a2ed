/** Returns the one key of a step of a run with a document: whatever is done twice under it counts once. */
export function keyOfStep({
  runId,
  node,
  documentId,
}: {
  runId: string;
  node: string;
  documentId: string;
}): string {
  return `${runId}:${node}:${documentId}`;
}
