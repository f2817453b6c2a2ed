import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { IsolationCheck } from "./contract";

/** Returns the last checks that looked for marked documents from other workspaces, the newest first. */
export const listIsolationChecks = platformQuery("platform.list-isolation-checks", {
  title: "List checks of the isolation",
  permission: "system.read",
  input: z.object({ limit: z.number().int().min(1).max(100).default(30) }),
  output: z.object({ items: z.array(IsolationCheck) }),
  doors: ["admin"],

  async handle({ db }, { limit }) {
    const found = await db.platform.isolationChecks.list(limit);
    return { items: found.map((check) => IsolationCheck.parse(check)) };
  },
});
