import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { RunSetting } from "./contract";

/** Returns the functions and workspaces by which runs can be filtered, and the keeper of the runs: BeSunny itself, or Inngest. */
export const getRunSetting = platformQuery("platform.get-run-setting", {
  title: "Get what runs can be chosen by",
  permission: "platform.read",
  input: z.object({}),
  output: RunSetting,
  doors: ["admin"],

  async handle({ runs, db }) {
    const workspaces = await db.platform.overview.workspaces();
    if (!runs) return { keptBy: "inngest" as const, functions: [], workspaces };
    return { keptBy: "besunny" as const, functions: await runs.listFunctions(), workspaces };
  },
});
