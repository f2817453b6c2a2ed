import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { count } from "../../shapes";

const MOST = 200;

/** Lists the workspaces that have releases, with how many releases, evaluations and experiments each has. */
export const listModelWorkspaces = platformQuery("platform.list-model-workspaces", {
  title: "List workspaces with releases",
  permission: "platform.read",
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        workspaceId: z.string(),
        name: z.string(),
        releases: count,
        champion: count,
        evaluations: count,
        experiments: count,
        running: count,
      }),
    ),
  }),
  doors: ["admin"],

  handle: async ({ db }) => ({ items: await db.platform.models.listWorkspaces(MOST) }),
});
