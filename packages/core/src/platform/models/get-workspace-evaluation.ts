import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { Evaluation } from "../../trials/contract/evaluation";
import { getEvaluation } from "../../trials/evaluations/get-evaluation";
import { ofWorkspace } from "./contract";

/** Shows an evaluation of a workspace. Of its documents it shows ids and types, never a name. */
export const getWorkspaceEvaluation = platformQuery("platform.get-workspace-evaluation", {
  title: "Show an evaluation of a workspace",
  permission: "platform.read",
  input: ofWorkspace.extend(getEvaluation.input.shape),
  output: Evaluation.extend({
    changed: z.array(
      z.object({
        documentId: z.string(),
        label: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        beforeConfidence: z.number().nullable(),
        confidence: z.number(),
      }),
    ),
  }),
  doors: ["admin"],

  handle: ({ inWorkspace }, { workspaceId, id }) => getEvaluation(inWorkspace(workspaceId), { id }),
});
