import { type RunFilter as EngineFilter, runStates } from "@besunny/engine/console/console-types";
import { z } from "zod";
import { moment } from "../../moment";

/** Which runs: those that fit everything that is named. */
export const RunFilter = z.object({
  states: z.array(z.enum(runStates)).max(runStates.length).optional(),
  functionId: z.string().max(200).optional(),
  workspaceId: z.string().max(60).optional(),
  fingerprint: z.string().max(200).optional(),
  from: moment.optional(),
  to: moment.optional(),
});
export type RunFilter = z.infer<typeof RunFilter>;

/** The same in the words of the engine, which knows no workspaces. */
export function engineFilter(filter: RunFilter): EngineFilter {
  const { states, functionId, workspaceId, fingerprint, from, to } = filter;
  return {
    ...(states && states.length > 0 && { states }),
    ...(functionId && { functionId }),
    ...(workspaceId && { tenant: workspaceId }),
    ...(fingerprint && { fingerprint }),
    ...(from && { createdFrom: from }),
    ...(to && { createdTo: to }),
  };
}
