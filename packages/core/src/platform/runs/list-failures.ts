import { platformOperation } from "../../operation/operation";
import { keptRuns } from "./engine-runs";
import { maskedError } from "./mask-personal-data";
import { engineFilter, RunFilter } from "./run-filter";

/** Failed runs by what they failed of, most frequent first. */
export const listFailures = platformOperation({
  input: RunFilter.omit({ states: true, fingerprint: true }),

  async run(ctx, filter) {
    const { states: _, fingerprint: __, ...asked } = engineFilter(filter);
    const groups = await keptRuns(ctx).listFailures(asked);
    return groups.map((group) => ({ ...group, error: maskedError(group.error) }));
  },
});
