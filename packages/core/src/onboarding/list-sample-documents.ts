import { z } from "zod";

import { notFound } from "../errors";
import { query } from "../operation/query";
import { idIn } from "../shapes";

/** Returns the project of the sample, the documents that came with it, and the others that people filed there. */
export const listSampleDocuments = query("onboarding.list-sample-documents", {
  title: "List the documents that came with the sample",
  permission: "workspace.update",
  input: z.object({}),
  output: z.object({
    projectId: idIn("prj"),
    came: z.array(z.object({ id: idIn("doc"), isTrashed: z.boolean() })),
    others: z.array(idIn("doc")),
  }),
  doors: [],

  async handle({ projects }) {
    const { id: projectId } = (await projects.findSample()) ?? notFound("Project", "sample");
    const came = await projects.listSampleDocuments(projectId);
    const filed = await projects.documentIds(projectId);
    return {
      projectId,
      came,
      others: filed.filter((id) => !came.some((each) => each.id === id)),
    };
  },
});
