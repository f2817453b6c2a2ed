import { z } from "zod";
import { receiveUpload } from "../documents/receive-upload";
import { flow } from "../operation/flow";
import { projectFields } from "../projects/contract";
import { idIn } from "../shapes";
import { officeMoveFiles } from "./contract";
import { openSampleProject } from "./open-sample-project";

/**
 * Adds a copy of the sample documents to the workspace, in one marked project. Asked again, it adds the files that are missing and
 * makes nothing twice. `name` and `description` are in the caller's language.
 */
export const startSample = flow("onboarding.start-sample", {
  title: "Start with sample documents",
  permission: "workspace.update",
  input: z.object({
    name: projectFields.shape.name,
    description: projectFields.shape.description.default(""),
  }),
  output: z.object({ projectId: idIn("prj") }),
  doors: ["web"],
  uses: ["sampleFiles"],
  audit: { notAudited: "Making the project and registering each document record it." },

  async handle({ caller, sampleFiles }, fields) {
    const { id: projectId } = await openSampleProject(caller, fields);
    for (const fileName of officeMoveFiles)
      await receiveUpload(caller, {
        path: sampleFiles.pathOf(fileName),
        fileName,
        projectIds: [projectId],
        source: "sample",
      });
    return { projectId };
  },
});
