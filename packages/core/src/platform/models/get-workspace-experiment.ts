import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { count, instant } from "../../shapes";
import { Experiment } from "../../trials/contract/experiment";
import { Seen } from "../../trials/contract/seen";
import { getExperiment } from "../../trials/experiments/get-experiment";
import { ofWorkspace } from "./contract";

/** Shows an experiment of a workspace: what is counted now and at each look. It shows no document. */
export const getWorkspaceExperiment = platformQuery("platform.get-workspace-experiment", {
  title: "Show an experiment of a workspace",
  permission: "platform.read",
  input: ofWorkspace.extend(getExperiment.input.shape),
  output: Experiment.extend({
    now: Seen,
    looks: z.array(z.object({ number: count, counts: Seen, createdAt: instant })),
  }),
  doors: ["admin"],

  handle: ({ inWorkspace }, { workspaceId, id }) => getExperiment(inWorkspace(workspaceId), { id }),
});
