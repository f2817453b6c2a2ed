import { z } from "zod";

import { flagNames } from "../flags";
import { flow } from "../operation/flow";
import { isOn } from "../operation/is-on";

/** Returns the names of the flags that are on for the caller, so that screens leave out what is off. */
export const listFeatures = flow("workspaces.list-features", {
  title: "List the features that are on",
  permission: "workspace.read",
  input: z.object({}),
  output: z.object({ features: z.array(z.enum(flagNames)) }),
  doors: ["web"],
  audit: { notAudited: "It reads." },

  async handle({ caller }) {
    const decided = await Promise.all(
      flagNames.map(async (name) => ((await isOn(name, caller)) ? [name] : [])),
    );
    return { features: decided.flat() };
  },
});
