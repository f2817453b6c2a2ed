import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { FailureGroup, RunFilter } from "./contract";
import { engineFilter } from "./engine-filter";
import { engineRuns } from "./engine-runs";
import { maskedError } from "./mask-personal-data";

/** Returns failed runs grouped by their error, most frequent first. */
export const listFailures = platformQuery("platform.list-failures", {
  title: "List failed runs by their error",
  permission: "platform.read",
  input: RunFilter.omit({ states: true, fingerprint: true }),
  output: z.array(FailureGroup),
  doors: ["admin"],

  async handle(ctx, filter) {
    const { states: _, fingerprint: __, ...asked } = engineFilter(filter);
    const groups = await engineRuns(ctx).listFailures(asked);
    return groups.map((group) => ({ ...group, error: maskedError(group.error) }));
  },
});
