import { z } from "zod";

import { deleteDocuments } from "../documents/delete-documents";
import { fileDocuments } from "../documents/file-documents";
import { trashDocuments } from "../documents/trash-documents";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { deleteSampleProject } from "./delete-sample-project";
import { listSampleDocuments } from "./list-sample-documents";

/** The most documents that are deleted in one transaction. */
const PART = 100;

/**
 * Deletes the sample project with every document that came with it, for good. Documents that people filed there stay, in no project or in
 * their others. Throws `NOT_FOUND` if there is no sample.
 */
export const removeSample = flow("onboarding.remove-sample", {
  title: "Remove the sample documents",
  permission: "workspace.update",
  input: z.object({}),
  output: z.object({ deleted: count }),
  doors: ["web"],
  audit: { notAudited: "Each deletion records itself." },

  async handle({ caller }) {
    const { projectId, came, others } = await listSampleDocuments(caller, {});
    if (others.length > 0)
      await fileDocuments(caller, { projectId, remove: others, isConfirmed: true });
    const untrashed = came.filter(({ isTrashed }) => !isTrashed).map(({ id }) => id);
    if (untrashed.length > 0) await trashDocuments(caller, { ids: untrashed });
    const ids = came.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += PART)
      await deleteDocuments(caller, { ids: ids.slice(from, from + PART) });
    await deleteSampleProject(caller, { id: projectId });
    return { deleted: ids.length };
  },
});
