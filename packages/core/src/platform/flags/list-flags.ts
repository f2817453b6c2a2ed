import { z } from "zod";

import { flagNames, flags } from "../../flags";
import { platformQuery } from "../../operation/platform";
import { idIn } from "../../shapes";
import { decisionOf, FlagSummary } from "./contract";

/** Returns every flag with the decisions about it, and the workspaces that can have one of their own. */
export const listFlags = platformQuery("platform.list-flags", {
  title: "List feature flags",
  permission: "flag.read",
  input: z.object({}),
  output: z.object({
    flags: z.array(FlagSummary),
    workspaces: z.array(z.object({ id: idIn("ws"), name: z.string() })),
  }),
  doors: ["admin"],

  async handle({ db, clock }) {
    const [stored, workspaces] = await Promise.all([
      db.platform.flags.list(),
      db.platform.overview.workspaces(),
    ]);
    const today = clock().toISOString().slice(0, 10);
    return {
      workspaces,
      flags: flagNames.map((key) => {
        const flag = flags[key];
        const found = stored.find((each) => each.key === key);
        return {
          key,
          ...flag,
          isExpired: flag.expiresOn !== null && flag.expiresOn < today,
          ...decisionOf(key, stored),
          changedAt: found?.changedAt ?? null,
          workspaces: found?.workspaces ?? [],
        };
      }),
    };
  },
});
