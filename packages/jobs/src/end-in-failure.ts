import { failureOf } from "@besunny/core/content/contract/failure";
import { failDocument } from "@besunny/core/processing/fail-document";
import { z } from "zod";

import type { SystemContext } from "./jobs";

const Failed = z.object({
  data: z.object({
    event: z.object({
      data: z.object({ workspaceId: z.string(), documentId: z.string(), runId: z.string() }),
    }),
  }),
});

/** After the last retry: the reason is put where a person can see it. */
export async function endInFailure(
  systemContext: SystemContext,
  { event, error }: { event: unknown; error: unknown },
): Promise<void> {
  const { workspaceId, documentId, runId } = Failed.parse(event).data.event.data;
  const { code, message, remedy } = failureOf(error);
  const ctx = systemContext(workspaceId, "process-document");
  await failDocument(ctx, { documentId, runId, code, message, remedy });
}
