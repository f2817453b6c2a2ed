import { failureOf } from "@besunny/core/content/contract/failure";
import { failDocument } from "@besunny/core/processing/stages/fail-document";
import { z } from "zod";

import type { Callers } from "./callers";

const Failed = z.object({
  data: z.object({
    event: z.object({
      data: z.object({ workspaceId: z.string(), documentId: z.string(), runId: z.string() }),
    }),
  }),
});

/** Ends the document's run as failed after the last retry, with a reason that people see. */
export async function endInFailure(
  { workspaceCaller }: Pick<Callers, "workspaceCaller">,
  job: "process-document" | "process-arrived-document" | "reprocess-document",
  { event, error }: { event: unknown; error: unknown },
): Promise<void> {
  const { workspaceId, documentId, runId } = Failed.parse(event).data.event.data;
  const { code, message, remedy } = failureOf(error);
  const caller = workspaceCaller(workspaceId, job);
  await failDocument(caller, { documentId, runId, code, message, remedy });
}
