import type { Tx } from "../tx";

/** Removes everything that stored answers quote from these documents. The questions stay: they are people's own words. */
export async function forgetDocuments(
  tx: Tx,
  workspaceId: string,
  documentIds: readonly string[],
): Promise<void> {
  const ids = [...documentIds];
  await tx.$executeRaw`
    update conversation_turns set text = '', outcome = null
     where workspace_id = ${workspaceId} and document_ids && ${ids}::text[]`;
  await tx.$executeRaw`
    update conversation_turns set outcome = outcome || '{"nearMisses": [], "sent": null}'::jsonb
     where workspace_id = ${workspaceId} and other_document_ids && ${ids}::text[] and outcome is not null`;
}
