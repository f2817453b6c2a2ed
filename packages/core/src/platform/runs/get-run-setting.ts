import { z } from "zod";

import { platformOperation } from "../../operation/operation";

/** What runs can be chosen by, and where they are kept: by BeSunny itself, or by Inngest. */
export const getRunSetting = platformOperation({
  input: z.object({}),

  async run({ runs, db }) {
    const workspaces = await db.platform.overview.workspaces();
    if (!runs) return { keptBy: "inngest" as const, functions: [], workspaces };
    return { keptBy: "besunny" as const, functions: await runs.listFunctions(), workspaces };
  },
});
