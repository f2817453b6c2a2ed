import { documentDeleted, documentsDeleted } from "@besunny/core/events";
import { removeLeftovers as remove } from "@besunny/core/processing/remove-leftovers";
import { forgetHeads } from "@besunny/core/trials/heads/forget-heads";
import type { Inngest } from "inngest";
import { z } from "zod";

import type { Callers } from "./callers";

const DOCUMENTS_A_STEP = 20;

/** After documents were deleted, removes their files, their passages in the index and the runs that worked on them. */
export const removeLeftovers = (
  inngest: Inngest,
  { workspaceCaller }: Pick<Callers, "workspaceCaller">,
) =>
  inngest.createFunction(
    {
      id: "remove-leftovers",
      triggers: [{ event: documentDeleted.event }, { event: documentsDeleted.event }],
      retries: 4,
    },
    async ({ event, step, runId }) => {
      const { workspaceId, documents } = deletedBy(event.data);
      const caller = workspaceCaller(workspaceId, "remove-leftovers");
      for (let from = 0; from < documents.length; from += DOCUMENTS_A_STEP)
        await step.run(`remove from ${from}`, () =>
          remove(caller, { documents: documents.slice(from, from + DOCUMENTS_A_STEP), runId }),
        );
      await step.run("forget models", () => forgetHeads(caller, {}));
    },
  );

/** Reads an event of one deleted document, as earlier builds sent it, or of many. */
export function deletedBy(data: unknown): z.infer<typeof documentsDeleted.schema> {
  const deleted = z.union([documentsDeleted.schema, documentDeleted.schema]).parse(data);
  if ("documents" in deleted) return deleted;
  const { workspaceId, ...document } = deleted;
  return { workspaceId, documents: [document] };
}
